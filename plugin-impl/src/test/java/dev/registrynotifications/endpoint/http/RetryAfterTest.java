package dev.registrynotifications.endpoint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private final RetryAfter retryAfter = new RetryAfter(() -> Instant.parse("2026-11-24T08:30:00Z"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0                              | PT0S",
        "120                            | PT2M",
        "86400                          | PT24H",
        "Tue, 24 Nov 2026 08:31:30 GMT  | PT1M30S",
        "Tuesday, 24-Nov-26 08:31:30 GMT| PT1M30S",
        "Tue Nov 24 08:31:30 2026       | PT1M30S",
        "Sun Nov  1 08:30:00 2026       | PT0S",
        "Sun, 06 Nov 1994 08:49:37 GMT  | PT0S",
        "Sunday, 06-Nov-94 08:49:37 GMT | PT0S",
        "Sun Nov  6 08:49:37 1994       | PT0S",
      })
  void understandsSecondsAndAllFormsOfDates(String value, Duration wait) {
    assertThat(retryAfter.read(value)).contains(wait);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "+5",
        "1.5",
        "soon",
        "99999999999999999999",
        "Mon, 24 Nov 2026 08:31:30 GMT",
        "2026-11-24T08:31:30Z"
      })
  void isSilentAboutNonsense(String value) {
    assertThat(retryAfter.read(value)).isEmpty();
  }
}
