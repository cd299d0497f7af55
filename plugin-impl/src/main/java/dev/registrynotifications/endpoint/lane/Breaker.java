package dev.registrynotifications.endpoint.lane;

import com.google.common.collect.Comparators;
import dev.registrynotifications.config.RetryConfig;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Answered;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Decides when an endpoint may be tried at all. After one failure others may go on at once, for it
 * may be the event's; from the second in a row on there are short, doubling pauses, and from the
 * threshold on the breaker is open: one attempt at a time, with growing pauses in between.
 *
 * <p>What was under way when a failure was counted isn't counted again: it is the same failure of
 * the endpoint. The original tries without any pause until the threshold is reached, which floods
 * an endpoint that is only starting up.
 */
final class Breaker {

  /**
   * JDK 17's client never closes a connection whose answer it couldn't parse, so each attempt costs
   * the registry's process a file descriptor.
   */
  static final Duration PAUSE_AFTER_GARBLED = Duration.ofMinutes(5);

  private static final double JITTER = 0.2;

  private final RetryConfig config;
  private final DoubleSupplier chance;
  private int failuresInARow;
  private long failures;
  private long insisted;
  private boolean open;
  private Duration shutUntil = Duration.ofSeconds(Long.MIN_VALUE);

  /**
   * A closed breaker.
   *
   * @param chance gives numbers from 0 to 1, which spread the attempts of many registries
   */
  Breaker(RetryConfig config, DoubleSupplier chance) {
    this.config = config;
    this.chance = chance;
  }

  /** To be kept by an attempt that begins now. */
  long ticket() {
    return failures;
  }

  /**
   * The endpoint has answered something that shows it well, to an attempt with that ticket. One
   * that was under way already doesn't cancel what the endpoint has asked for since.
   */
  void recordAlive(long ticket) {
    failuresInARow = 0;
    if (ticket < insisted) {
      return;
    }
    open = false;
    shutUntil = Duration.ofSeconds(Long.MIN_VALUE);
  }

  /** An attempt failed that began with that ticket. */
  void recordFailure(long ticket, DeliveryResult failure, Duration now) {
    if (ticket == failures) {
      failures++;
      failuresInARow = Math.min(failuresInARow + 1, Integer.MAX_VALUE - 1);
      open |= failuresInARow >= config.threshold();
      shutFor(pause(), now);
    }
    if (failure instanceof DeliveryResult.Garbled) {
      insist(PAUSE_AFTER_GARBLED, now);
    }
    if (failure instanceof Answered answered && answered.retryAfter().isPresent()) {
      insist(Comparators.min(answered.retryAfter().get(), config.maxBackoff()), now);
    }
  }

  private void insist(Duration pause, Duration now) {
    open = true;
    insisted = ++failures;
    shutFor(pause, now);
  }

  private void shutFor(Duration pause, Duration now) {
    shutUntil = Comparators.max(now.plus(pause), shutUntil);
  }

  private Duration pause() {
    if (open) {
      return backoff(Math.max(0, failuresInARow - config.threshold()));
    }
    return failuresInARow == 1
        ? Duration.ZERO
        : RetryRules.hotPause(failuresInARow - 1, config.backoff());
  }

  private Duration backoff(int earlier) {
    double grown = config.backoff().toNanos() * Math.pow(config.multiplier(), earlier);
    double capped = Math.min(grown, (double) config.maxBackoff().toNanos());
    double jittered = capped * (1 - JITTER + 2 * JITTER * chance.getAsDouble());
    return Duration.ofNanos((long) jittered);
  }

  /** Lets the next attempt be made at once; what it finds out counts as ever. */
  void hasten() {
    shutUntil = Duration.ofSeconds(Long.MIN_VALUE);
  }

  /** Whether more than one attempt at a time would be too much. */
  boolean isOpen() {
    return open;
  }

  /** Whether there were failures since it was well. */
  boolean isTroubled() {
    return failuresInARow > 0 || open;
  }

  /** Whether nothing may be tried now. */
  boolean isShut(Duration now) {
    return now.compareTo(shutUntil) < 0;
  }

  /** Until when nothing may be tried. */
  Duration shutUntil() {
    return shutUntil;
  }
}
