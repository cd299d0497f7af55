package dev.registrynotifications.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.measure.ManualTicker;
import org.junit.jupiter.api.Test;

class AttemptLogTest {

  private final AttemptLog log = new AttemptLog(new ManualTicker());

  @Test
  void keepsTheLatestHundred() {
    for (int i = 1; i <= 250; i++) {
      log.record(TestAttempts.delivered(i));
    }

    assertThat(log.latest(Integer.MAX_VALUE))
        .extracting(attempt -> attempt.delivery().sequence())
        .hasSize(100)
        .startsWith(250L, 249L)
        .endsWith(151L);
    assertThat(log.latest(2)).hasSize(2);
    assertThat(log.latest(0)).isEmpty();
    assertThat(log.latest(-1)).isEmpty();
  }

  @Test
  void knowsTheLastSuccessAndFailureHoweverManyCameSince() {
    Attempt failed = TestAttempts.failed(1);
    log.record(failed);
    for (int i = 2; i <= 200; i++) {
      log.record(TestAttempts.delivered(i));
    }

    assertThat(log.lastFailure()).contains(failed);
    assertThat(log.lastSuccess()).contains(TestAttempts.delivered(200));
  }

  @Test
  void addsUpWhatWasAccepted() {
    log.record(TestAttempts.failed(1));
    log.record(TestAttempts.delivered(1));
    log.record(TestAttempts.deliveredBatch(2, 10));

    assertThat(log.getBytes()).isEqualTo(1100);
    assertThat(log.getBatches()).isEqualTo(1);
    assertThat(log.getRetried()).isEqualTo(2);
    assertThat(log.latencies().count()).isEqualTo(2);
  }
}
