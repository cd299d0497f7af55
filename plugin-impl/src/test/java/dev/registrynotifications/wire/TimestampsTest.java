package dev.registrynotifications.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-25T02:42:55Z, 2026-11-25T02:42:55Z",
    "2026-11-25T02:42:55.000Z, 2026-11-25T02:42:55Z",
    "2026-11-25T02:42:55.1Z, 2026-11-25T02:42:55.1Z",
    "2026-11-25T02:42:55.120300Z, 2026-11-25T02:42:55.1203Z",
    "2026-11-25T02:42:55.000000001Z, 2026-11-25T02:42:55.000000001Z",
    "2026-11-25T02:42:55.999999999Z, 2026-11-25T02:42:55.999999999Z",
    "2026-11-25T02:42:55.010Z, 2026-11-25T02:42:55.01Z",
    "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.5Z",
  })
  void printsNoZerosAtTheEnd(String instant, String printed) {
    assertThat(Timestamps.print(Instant.parse(instant))).isEqualTo(printed);
  }

  @Test
  void printsTheSecondBeforeTheLastAgain() {
    Instant second = Instant.parse("2026-11-25T02:42:55.5Z");

    String before = Timestamps.print(second);
    String between = Timestamps.print(second.plusSeconds(1));
    String after = Timestamps.print(second);

    assertThat(before).isEqualTo("2026-11-25T02:42:55.5Z").isEqualTo(after);
    assertThat(between).isEqualTo("2026-11-25T02:42:56.5Z");
  }
}
