package dev.registrynotifications.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.journal.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateMeterTest {

  private final ManualClock clock = new ManualClock();
  private final RateMeter meter = new RateMeter(clock);

  @Test
  void countsAll() {
    mark(3);
    clock.advance(Duration.ofDays(1));
    mark(4);

    assertThat(meter.total()).isEqualTo(7);
  }

  @Test
  void tellsTheAverageOfTheLastMinute() {
    for (int second = 0; second < 60; second++) {
      mark(5);
      clock.advance(Duration.ofSeconds(1));
    }

    assertThat(meter.perSecond()).isEqualTo(5);
  }

  @Test
  void leavesOutTheSecondThatIsNotOver() {
    mark(60);
    assertThat(meter.perSecond()).isZero();

    clock.advance(Duration.ofSeconds(1));
    mark(1000);

    assertThat(meter.perSecond()).isEqualTo(1);
  }

  @Test
  void forgetsWhatIsOlder() {
    mark(60);
    clock.advance(Duration.ofSeconds(60));
    assertThat(meter.perSecond()).isEqualTo(1);

    clock.advance(Duration.ofSeconds(1));
    assertThat(meter.perSecond()).isZero();
  }

  @Test
  void forgetsEverythingAfterAPauseHoweverLong() {
    mark(60);

    clock.advance(Duration.ofDays(9));

    assertThat(meter.perSecond()).isZero();
  }

  @Test
  void countsOnWhenTheClockGoesBack() {
    mark(1);
    clock.advance(Duration.ofSeconds(-30));
    mark(59);
    clock.advance(Duration.ofSeconds(31));

    assertThat(meter.total()).isEqualTo(60);
    assertThat(meter.perSecond()).isEqualTo(1);
  }

  private void mark(int times) {
    for (int i = 0; i < times; i++) {
      meter.mark();
    }
  }
}
