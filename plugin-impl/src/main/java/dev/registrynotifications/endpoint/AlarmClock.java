package dev.registrynotifications.endpoint;

import java.time.Duration;
import java.util.Optional;

/** Tells a courier's time, and wakes it. A seam for tests, whose time is their own. */
interface AlarmClock {

  /** The time since an origin of its own; it never goes back. */
  Duration now();

  /** Wakes the courier, now or as soon as it wants to sleep. For any thread. */
  void ring();

  /**
   * Sleeps until it rings, but no longer than that; empty for as long as it takes.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  void sleep(Optional<Duration> atMost) throws InterruptedException;
}
