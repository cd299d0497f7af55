package dev.registrynotifications.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.RetryConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryReaderTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{threshold: , backoff: , multiplier: , maxBackoff: , rejectAfter: , maxAttempts: }",
        "{threshold: 0, backoff: 0, maxBackoff: 0, rejectAfter: 0, maxAttempts: 0, giveUpAfter: 0}",
        "{threshold: -1, backoff: -1s, maxBackoff: -1s, rejectAfter: -1, maxAttempts: -1}",
        "{giveUpAfter: }",
        "{giveUpAfter: -1h}"
      })
  void triesForEverByDefault(String keys) {
    assertThat(read(keys.isEmpty() ? "" : "<<: " + keys)).isEqualTo(RetryConfig.DEFAULT);
  }

  @Test
  void readsEveryKey() {
    RetryConfig retry =
        read(
            """
            threshold: 5
            backoff: 2s
            multiplier: 1.5
            maxBackoff: 1m
            rejectAfter: 4
            maxAttempts: 20
            giveUpAfter: 24h
            """);

    assertThat(retry)
        .isEqualTo(
            new RetryConfig(
                5,
                Duration.ofSeconds(2),
                1.5,
                Duration.ofMinutes(1),
                4,
                Optional.of(20),
                Optional.of(Duration.ofHours(24))));
  }

  @Test
  void readsKeysInLowerCase() {
    RetryConfig retry = read("maxbackoff: 1m\nrejectafter: 4\nmaxattempts: 20\ngiveupafter: 1h");

    assertThat(retry.maxBackoff()).isEqualTo(Duration.ofMinutes(1));
    assertThat(retry.rejectAfter()).isEqualTo(4);
    assertThat(retry.maxAttempts()).contains(20);
    assertThat(retry.giveUpAfter()).contains(Duration.ofHours(1));
  }

  @Test
  void stretchesTheLongestBackoffToALongOneThatIsConfigured() {
    assertThat(read("backoff: 10m").maxBackoff()).isEqualTo(Duration.ofMinutes(10));
    assertThat(read("backoff: 10m\nmaxBackoff: 10m").maxBackoff())
        .isEqualTo(Duration.ofMinutes(10));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "1.25, 1.25", "3., 3", "007, 7"})
  void takesMultipliersWithAndWithoutFractions(String text, double multiplier) {
    assertThat(read("multiplier: " + text).multiplier()).isEqualTo(multiplier);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.99", "-2", "NaN", "Infinity", "1e3", "0x2", "2d", "twice", "1,5"})
  void refusesMultipliersThatGrowNothing(String text) {
    assertThat(mistakes("multiplier: " + text))
        .containsExactly(
            "5:19: multiplier must be a number of 1 or more, such as \"2\" or \"1.5\", not \""
                + text
                + "\"");
  }

  @Test
  void refusesAMultiplierBeyondAllNumbers() {
    assertThat(mistakes("multiplier: " + "9".repeat(400)))
        .singleElement()
        .asString()
        .startsWith("5:19: multiplier must be a number of 1 or more");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "threshold: many   | 5:18: threshold must be a whole number, not \"many\"",
        "rejectAfter: 1.5  | 5:20: rejectAfter must be a whole number, not \"1.5\"",
        "maxAttempts: [1]  | 5:20: maxAttempts must be a single value, not a list",
        "maxAttempts: none | 5:20: maxAttempts must be a whole number, not \"none\"",
        "giveUpAfter: 24   | 5:20: giveUpAfter has no unit (distribution would read nanoseconds);"
            + " write \"24ms\" or \"24s\"",
        "giveUpAfter: 1d   | 5:20: giveUpAfter must be a duration such as \"500ms\", \"1s\" or"
            + " \"1m30s\", not \"1d\"",
        "maxBackoff: long  | 5:19: maxBackoff must be a duration such as \"500ms\", \"1s\" or"
            + " \"1m30s\", not \"long\"",
        "maxBackoff: 999ms | 5:19: maxBackoff must not be below backoff: 999ms is less than 1s"
      })
  void namesEachMistakeWithItsPlace(String keys, String mistake) {
    assertThat(mistakes(keys)).containsExactly(mistake);
  }

  @Test
  void namesBothBackoffsIfTheLongestIsTheShorterOne() {
    assertThat(mistakes("maxBackoff: 1m30s\nbackoff: 2m"))
        .containsExactly("5:19: maxBackoff must not be below backoff: 90s is less than 2m");
  }

  private RetryConfig read(String keys) {
    return new EndpointFile(directory).read(keys).retry();
  }

  private List<String> mistakes(String keys) {
    return new EndpointFile(directory).mistakes(keys);
  }
}
