package dev.registrynotifications.endpoint;

import java.time.Duration;

/** Waits. A seam for tests, whose time is their own. */
interface Delayer {

  /**
   * Waits for that long.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  void delay(Duration duration) throws InterruptedException;

  /**
   * Waits for that long, or until the endpoint is to stop.
   *
   * @return whether to go on; false if the endpoint is to stop
   * @throws InterruptedException if the thread was interrupted
   */
  boolean delayUnlessStopping(Duration duration) throws InterruptedException;
}
