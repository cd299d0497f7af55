package dev.registrynotifications.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.endpoint.send.DeliveryResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {

  private static final DeliveryResult FAILURE = new DeliveryResult.Answered(503);

  private final Breaker breaker = new Breaker(4, Duration.ofSeconds(1));

  @Test
  void spacesAttemptsUntilTheThresholdAndThenBacksOff() {
    assertThat(breaker.pauseAfter(FAILURE)).isEqualTo(Duration.ofMillis(10));
    assertThat(breaker.pauseAfter(FAILURE)).isEqualTo(Duration.ofMillis(20));
    assertThat(breaker.pauseAfter(FAILURE)).isEqualTo(Duration.ofMillis(40));
    assertThat(breaker.isOpen()).isFalse();

    assertThat(breaker.pauseAfter(FAILURE)).isEqualTo(Duration.ofSeconds(1));
    assertThat(breaker.isOpen()).isTrue();
    assertThat(breaker.pauseAfter(FAILURE)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void beginsAnewAfterASuccess() {
    for (int i = 0; i < 5; i++) {
      breaker.pauseAfter(FAILURE);
    }

    breaker.recordSuccess();

    assertThat(breaker.isOpen()).isFalse();
    assertThat(breaker.pauseAfter(FAILURE)).isEqualTo(Duration.ofMillis(10));
  }

  @Test
  void neverWaitsLongerThanTheBackoff() {
    Breaker patient = new Breaker(1_000_000, Duration.ofMillis(35));

    for (int i = 0; i < 100; i++) {
      assertThat(patient.pauseAfter(FAILURE)).isLessThanOrEqualTo(Duration.ofMillis(35));
    }
  }

  @Test
  void leavesAnEndpointAloneWhoseAnswersNobodyUnderstands() {
    assertThat(breaker.pauseAfter(new DeliveryResult.Garbled("SSH-2.0")))
        .isEqualTo(Duration.ofMinutes(5));
    assertThat(breaker.isOpen()).isTrue();
  }
}
