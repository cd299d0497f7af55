package dev.registrynotifications.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BacklogTest {

  private final EndpointStats stats = new EndpointStats();

  @Test
  void isPendingBesideWhatComesIn() {
    stats.recordBacklog(5, true);
    stats.recordEvent();
    stats.recordDelivered(Duration.ZERO);
    stats.recordDelivered(Duration.ZERO);

    assertThat(stats.getPending()).isEqualTo(4);
    assertThat(stats.isPendingExact()).isTrue();
  }

  @Test
  void takesThePlaceOfAllThatWasPendingWhenItIsCountedAnew() {
    stats.recordBacklog(5, true);
    stats.recordEvent();
    stats.recordEvent();
    stats.recordDelivered(Duration.ZERO);

    Backlog counted = stats.newBacklog();
    counted.record(3, true);
    assertThat(stats.getPending()).isEqualTo(3);

    stats.recordEvent();
    stats.recordDelivered(Duration.ZERO);
    stats.recordDropped(2);
    assertThat(stats.getPending()).isEqualTo(1);
    assertThat(stats.getEvents()).isEqualTo(3);
  }

  @Test
  void forgetsACountThatAnotherOneHasReplaced() {
    Backlog first = stats.newBacklog();
    first.record(7, false);
    assertThat(stats.isPendingExact()).isFalse();
    Backlog second = stats.newBacklog();
    second.record(2, true);

    first.record(8, false);

    assertThat(stats.getPending()).isEqualTo(2);
    assertThat(stats.isPendingExact()).isTrue();
  }
}
