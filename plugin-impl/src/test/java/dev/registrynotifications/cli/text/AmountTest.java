package dev.registrynotifications.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

  @ParameterizedTest
  @CsvSource({
    "0,                   0 B",
    "1023,                1023 B",
    "1024,                1.0 KiB",
    "1572864,             1.5 MiB",
    "1073741824,          1.0 GiB",
    "9223372036854775807, 8388608.0 TiB"
  })
  void givesSizesTheirUnit(long bytes, String shown) {
    assertThat(Amount.size(bytes)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,          0 s",
    "PT0.000001S,   1 ms",
    "PT0.25S,       250 ms",
    "PT59.9S,       59 s",
    "PT3M12S,       3 m 12 s",
    "PT2H,          2 h",
    "PT2H5M59S,     2 h 5 m",
    "P1DT12H,       1 d 12 h",
    "P400D,         400 d"
  })
  void tellsDurationsInTwoUnits(Duration duration, String shown) {
    assertThat(Amount.duration(duration)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0 s", "0.05, 50 ms", "192.7, 3 m 12 s", "1e300, 24855 d 3 h", "NaN, 0 s"})
  void tellsWhateverSecondsJmxGives(double seconds, String shown) {
    assertThat(Amount.seconds(seconds)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.0 ms", "1.26, 1.3 ms", "999.94, 999.9 ms", "12345, 12 s"})
  void tellsShortTimesInMilliseconds(double millis, String shown) {
    assertThat(Amount.millis(millis)).isEqualTo(shown);
  }

  @Test
  void countsThings() {
    assertThat(Amount.count(0, "event")).isEqualTo("0 events");
    assertThat(Amount.count(1, "event")).isEqualTo("1 event");
    assertThat(Amount.count(2, "event")).isEqualTo("2 events");
  }
}
