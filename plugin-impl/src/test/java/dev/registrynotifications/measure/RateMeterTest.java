package dev.registrynotifications.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateMeterTest {

  private final ManualTicker ticker = new ManualTicker();
  private final RateMeter meter = new RateMeter(ticker);

  @Test
  void countsAll() {
    mark(3);
    ticker.advance(Duration.ofDays(1));
    mark(4);

    assertThat(meter.total()).isEqualTo(7);
  }

  @Test
  void tellsTheAverageOfTheLastMinute() {
    for (int second = 0; second < 60; second++) {
      mark(5);
      ticker.advance(Duration.ofSeconds(1));
    }

    assertThat(meter.perSecond()).isEqualTo(5);
  }

  @Test
  void leavesOutTheSecondThatIsNotOver() {
    mark(60);
    assertThat(meter.perSecond()).isZero();

    ticker.advance(Duration.ofSeconds(1));
    mark(1000);

    assertThat(meter.perSecond()).isEqualTo(1);
  }

  @Test
  void forgetsWhatIsOlder() {
    mark(60);
    ticker.advance(Duration.ofSeconds(60));
    assertThat(meter.perSecond()).isEqualTo(1);

    ticker.advance(Duration.ofSeconds(1));
    assertThat(meter.perSecond()).isZero();
  }

  @Test
  void forgetsEverythingAfterAPauseHoweverLong() {
    mark(60);

    ticker.advance(Duration.ofDays(9));

    assertThat(meter.perSecond()).isZero();
  }

  private void mark(int times) {
    for (int i = 0; i < times; i++) {
      meter.mark();
    }
  }
}
