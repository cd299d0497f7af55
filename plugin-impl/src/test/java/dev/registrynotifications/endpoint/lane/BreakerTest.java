package dev.registrynotifications.endpoint.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.RetryConfig;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Answered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakerTest {

  private static final DeliveryResult FAILURE = new Answered(503);
  private static final Duration NOW = Duration.ofHours(1);
  private static final double MIDDLE = 0.5;

  @Test
  void spacesAttemptsUntilTheThresholdAndThenBacksOffLongerAndLonger() {
    Breaker breaker = breaker(4, "1s", "10s", MIDDLE);

    assertThat(pausesAfterFailures(breaker, 9))
        .containsExactly(
            Duration.ZERO,
            Duration.ofMillis(10),
            Duration.ofMillis(20),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10));
  }

  @Test
  void opensAtTheThreshold() {
    Breaker breaker = breaker(3, "1s", "10s", MIDDLE);

    fail(breaker, 2);
    assertThat(breaker.isOpen()).isFalse();
    assertThat(breaker.isTroubled()).isTrue();

    fail(breaker, 1);
    assertThat(breaker.isOpen()).isTrue();
  }

  @Test
  void beginsAnewAfterASignOfLife() {
    Breaker breaker = breaker(2, "1s", "10s", MIDDLE);
    fail(breaker, 5);

    breaker.recordAlive(breaker.ticket());

    assertThat(breaker.isOpen()).isFalse();
    assertThat(breaker.isTroubled()).isFalse();
    assertThat(breaker.isShut(NOW)).isFalse();
    assertThat(pausesAfterFailures(breaker, 2))
        .containsExactly(Duration.ZERO, Duration.ofSeconds(1));
  }

  @Test
  void neverPausesLongerThanTheBackoffWhileItIsClosed() {
    Breaker patient = breaker(1_000_000, "0.035s", "10s", MIDDLE);

    assertThat(pausesAfterFailures(patient, 100))
        .allMatch(pause -> pause.compareTo(Duration.ofMillis(35)) <= 0);
  }

  @ParameterizedTest
  @CsvSource({"0, 800", "0.25, 900", "0.5, 1000", "1, 1200"})
  void spreadsItsPausesByAFifth(double chance, long milliseconds) {
    Breaker breaker = breaker(1, "1s", "10s", chance);

    assertThat(pausesAfterFailures(breaker, 1)).containsExactly(Duration.ofMillis(milliseconds));
  }

  @Test
  void countsWhatWasUnderWayTogetherAsOneFailure() {
    Breaker breaker = breaker(2, "1s", "10s", MIDDLE);
    long ticket = breaker.ticket();

    for (int i = 0; i < 8; i++) {
      breaker.recordFailure(ticket, FAILURE, NOW);
    }

    assertThat(breaker.isOpen()).isFalse();
    breaker.recordFailure(breaker.ticket(), FAILURE, NOW);
    assertThat(breaker.isOpen()).isTrue();
  }

  @Test
  void leavesAnEndpointAloneForAsLongAsItAsks() {
    Breaker breaker = breaker(10, "1s", "5m", MIDDLE);

    breaker.recordFailure(breaker.ticket(), retryAfter(Duration.ofSeconds(90)), NOW);

    assertThat(breaker.isOpen()).isTrue();
    assertThat(breaker.shutUntil()).isEqualTo(NOW.plusSeconds(90));
  }

  @Test
  void leavesAnEndpointAloneNoLongerThanTheLongestBackoff() {
    Breaker breaker = breaker(10, "1s", "5m", MIDDLE);

    breaker.recordFailure(breaker.ticket(), retryAfter(Duration.ofDays(9)), NOW);

    assertThat(breaker.shutUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
  }

  @Test
  void doesNotShortenItsPauseBecauseAnEndpointSaysSo() {
    Breaker breaker = breaker(1, "1s", "5m", MIDDLE);

    breaker.recordFailure(breaker.ticket(), retryAfter(Duration.ZERO), NOW);

    assertThat(breaker.shutUntil()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void staysWithinTheLongestBackoffHoweverLongAnEndpointIsDown() {
    Breaker breaker = breaker(1, "1s", "5m", MIDDLE);

    fail(breaker, 100_000);

    assertThat(pausesAfterFailures(breaker, 1)).containsExactly(Duration.ofMinutes(5));
  }

  private static DeliveryResult retryAfter(Duration pause) {
    return new Answered(429, Optional.of(pause), "");
  }

  private static Breaker breaker(int threshold, String backoff, String maxBackoff, double chance) {
    RetryConfig config =
        new RetryConfig(
            threshold,
            Duration.parse("PT" + backoff),
            2,
            Duration.parse("PT" + maxBackoff),
            3,
            Optional.empty(),
            Optional.empty());
    return new Breaker(config, () -> chance);
  }

  private static void fail(Breaker breaker, int times) {
    for (int i = 0; i < times; i++) {
      breaker.recordFailure(breaker.ticket(), FAILURE, NOW);
    }
  }

  /** Each failure comes when the pause after the one before is over. */
  private static List<Duration> pausesAfterFailures(Breaker breaker, int times) {
    List<Duration> pauses = new ArrayList<>();
    Duration now = NOW.plusDays(9);
    for (int i = 0; i < times; i++) {
      breaker.recordFailure(breaker.ticket(), FAILURE, now);
      pauses.add(breaker.shutUntil().minus(now));
      now = breaker.shutUntil();
    }
    return pauses;
  }
}
