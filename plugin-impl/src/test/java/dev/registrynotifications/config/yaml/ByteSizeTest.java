package dev.registrynotifications.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {

  @ParameterizedTest
  @CsvSource({
    "7B, 7",
    "1KiB, 1024",
    "64MiB, 67108864",
    "1GiB, 1073741824",
    "2TiB, 2199023255552",
    "1KB, 1000",
    "1kB, 1000",
    "64MB, 64000000",
    "1GB, 1000000000",
    "2TB, 2000000000000",
    "7b, 7",
    "3kib, 3072",
    "3mib, 3145728",
    "3gb, 3000000000",
    "1 GiB, 1073741824",
    "0, 0",
    "0MiB, 0",
    "9223372036854775807B, 9223372036854775807",
    "8388607TiB, 9223370937343148032"
  })
  void readsWholeNumbersWithAUnit(String text, long bytes) {
    assertThat(ByteSize.parse(text)).contains(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1024",
        "GiB",
        "1Gb",
        "1Mib",
        "1G",
        "1Gi",
        "1PiB",
        "1.5GiB",
        "-1MiB",
        "+1MiB",
        "1  GiB",
        "1GiB ",
        "1MiB1KiB",
        "9223372036854775808B",
        "8388608TiB",
        "99999999999999999999GiB"
      })
  void refusesTheRest(String text) {
    assertThat(ByteSize.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0B",
    "1, 1B",
    "1000, 1000B",
    "1024, 1KiB",
    "1536, 1536B",
    "65536, 64KiB",
    "1048576, 1MiB",
    "1073741824, 1GiB",
    "1125899906842624, 1024TiB"
  })
  void writesTheLargestUnitWithoutAFraction(long bytes, String text) {
    assertThat(ByteSize.text(bytes)).isEqualTo(text);
  }
}
