package dev.registrynotifications.endpoint;

import dev.registrynotifications.endpoint.send.DeliveryResult;
import java.time.Duration;

/**
 * Decides how long to wait after a failed attempt: short, doubling waits up to a threshold of
 * failures in a row, then the breaker is open and every further attempt waits the whole backoff.
 * Confined to the courier thread.
 *
 * <p>The original tries without any pause until the threshold is reached, which floods an endpoint
 * that is only starting up.
 */
final class Breaker {

  static final Duration FIRST_PAUSE = Duration.ofMillis(10);

  /**
   * JDK 17's client never closes a connection whose answer it couldn't parse, so each attempt costs
   * the registry's process a file descriptor.
   */
  static final Duration PAUSE_AFTER_GARBLED = Duration.ofMinutes(5);

  private final int threshold;
  private final Duration backoff;
  private int failuresInARow;

  Breaker(int threshold, Duration backoff) {
    this.threshold = threshold;
    this.backoff = backoff;
  }

  /** Takes note of a failure and says how long to wait before the next attempt. */
  Duration pauseAfter(DeliveryResult failure) {
    if (failure instanceof DeliveryResult.Garbled) {
      failuresInARow = threshold;
      return backoff.compareTo(PAUSE_AFTER_GARBLED) < 0 ? PAUSE_AFTER_GARBLED : backoff;
    }
    return pauseAfterFailure();
  }

  private Duration pauseAfterFailure() {
    failuresInARow = Math.min(failuresInARow + 1, threshold);
    if (isOpen()) {
      return backoff;
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failuresInARow - 1, 30));
    return pause.compareTo(backoff) < 0 ? pause : backoff;
  }

  void recordSuccess() {
    failuresInARow = 0;
  }

  boolean isOpen() {
    return failuresInARow >= threshold;
  }
}
