package dev.registrynotifications.journal.file;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the one thread that listens; rung while it doesn't, it wakes that thread the next time. */
final class Bell {

  private final Semaphore rings = new Semaphore(0);

  /** Returns at once. */
  void ring() {
    if (rings.availablePermits() == 0) {
      rings.release();
    }
  }

  /** Waits until it is rung, at the most so long. */
  void await(Duration atMost) throws InterruptedException {
    boolean unused = rings.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
    rings.drainPermits();
  }
}
