package dev.registrynotifications.endpoint;

import com.google.common.base.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The alarm clock of real time. Any number of calls in between wake it once, and none is missed
 * that came just before it sleeps.
 */
final class TickingAlarmClock implements AlarmClock {

  private final Ticker ticker;
  private final long origin;
  private final Semaphore calls = new Semaphore(0);

  TickingAlarmClock(Ticker ticker) {
    this.ticker = ticker;
    this.origin = ticker.read();
  }

  @Override
  public Duration now() {
    return Duration.ofNanos(ticker.read() - origin);
  }

  @Override
  public void ring() {
    if (calls.availablePermits() == 0) {
      calls.release();
    }
  }

  @Override
  public void sleep(Optional<Duration> atMost) throws InterruptedException {
    if (atMost.isPresent()) {
      boolean unused = calls.tryAcquire(atMost.get().toNanos(), TimeUnit.NANOSECONDS);
    } else {
      calls.acquire();
    }
    calls.drainPermits();
  }
}
