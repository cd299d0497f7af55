package dev.registrynotifications.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "1s, PT1S",
    "1m30s, PT1M30S",
    "1.5h, PT1H30M",
    ".5s, PT0.5S",
    "2us, PT0.000002S",
    "2µs, PT0.000002S",
    "7ns, PT0.000000007S",
    "-1s, PT-1S",
    "0, PT0S"
  })
  void readsWhatGoReads(String text, Duration duration) {
    assertThat(GoDuration.parse(text)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "500", "1 s", "s", "1d", "1s2", "PT1S", "9999999h99999999999h", "-"})
  void refusesTheRest(String text) {
    assertThat(GoDuration.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2h", "90m", "90s", "1500ms", "2us", "7ns", "0h"})
  void writesTheLargestUnitThatNeedsNoFraction(String text) {
    assertThat(GoDuration.text(GoDuration.parse(text).orElseThrow())).isEqualTo(text);
  }
}
