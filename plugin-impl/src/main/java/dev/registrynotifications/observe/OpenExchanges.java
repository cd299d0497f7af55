package dev.registrynotifications.observe;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Counts the exchanges under way, of which there may yet be something to tell. */
final class OpenExchanges {

  private static final int ALL = Integer.MAX_VALUE;

  /** Each exchange holds one permit. */
  private final Semaphore permits = new Semaphore(ALL);

  /** Returns whether it may begin: not once {@link #awaitEnd} has found that there is none. */
  boolean begin() {
    return permits.tryAcquire();
  }

  void end() {
    permits.release();
  }

  /** Waits until there is none; returns whether that is so in time. Then none begins any more. */
  boolean awaitEnd(Duration timeout) {
    try {
      return permits.tryAcquire(ALL, timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
