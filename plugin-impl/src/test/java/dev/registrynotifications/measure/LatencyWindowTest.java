package dev.registrynotifications.measure;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Uninterruptibles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyWindowTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ManualTicker ticker = new ManualTicker();
  private final LatencyWindow window = new LatencyWindow(ticker);

  @Test
  void saysNothingOfWhatNeverHappened() {
    assertThat(window.latencies()).isEqualTo(Latencies.NONE);
  }

  @Test
  void tellsPercentilesAsExactAsOnePartInAHundred() {
    for (int i = 1; i <= 1000; i++) {
      window.record(Duration.ofMillis(i));
    }

    Latencies latencies = window.latencies();

    assertThat(latencies.count()).isEqualTo(1000);
    assertClose(latencies.p50(), 500);
    assertClose(latencies.p95(), 950);
    assertClose(latencies.p99(), 990);
    assertClose(latencies.max(), 1000);
  }

  @Test
  void forgetsWhatIsOlderThanFiveMinutes() {
    window.record(Duration.ofMillis(100));
    ticker.advance(MINUTE);
    window.record(Duration.ofMillis(1));

    ticker.advance(MINUTE.multipliedBy(4));
    assertThat(window.latencies().count()).isEqualTo(2);
    ticker.advance(MINUTE);
    assertThat(window.latencies().count()).isEqualTo(1);
    assertClose(window.latencies().max(), 1);
    ticker.advance(MINUTE);
    assertThat(window.latencies()).isEqualTo(Latencies.NONE);
  }

  @Test
  void forgetsEverythingAfterAPauseHoweverLong() {
    window.record(Duration.ofMillis(100));

    ticker.advance(Duration.ofDays(3));
    window.record(Duration.ofMillis(2));

    assertThat(window.latencies().count()).isEqualTo(1);
    assertClose(window.latencies().p50(), 2);
  }

  @Test
  void keepsWhatItHasWhileItIsReadOften() {
    for (int i = 0; i < 100; i++) {
      window.record(Duration.ofMillis(3));
      assertThat(window.latencies().count()).isEqualTo(i + 1);
    }
  }

  @Test
  void takesWhatCannotBe() {
    window.record(Duration.ofSeconds(-1));
    window.record(Duration.ofDays(4000));
    window.record(Duration.ofSeconds(Long.MAX_VALUE));

    Latencies latencies = window.latencies();

    assertThat(latencies.count()).isEqualTo(3);
    assertThat(latencies.max()).isBetween(Duration.ofDays(30), Duration.ofDays(31));
  }

  @Test
  void losesNothingOfSeveralThreads() {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread = new Thread(this::recordManyTimes, "recorder-" + i);
      threads.add(thread);
      thread.start();
    }
    for (int i = 0; i < 100; i++) {
      assertThat(window.latencies().count()).isLessThanOrEqualTo(40_000);
    }
    threads.forEach(thread -> Uninterruptibles.joinUninterruptibly(thread, DEADLINE));

    assertThat(window.latencies().count()).isEqualTo(40_000);
  }

  private void recordManyTimes() {
    for (int i = 0; i < 10_000; i++) {
      window.record(Duration.ofNanos(i * 1000L));
    }
  }

  private static void assertClose(Duration actual, long millis) {
    assertThat(actual)
        .isBetween(
            Duration.ofMillis(millis), Duration.ofMillis(millis).multipliedBy(101).dividedBy(100));
  }
}
