package dev.registrynotifications.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How an endpoint is tried again.
 *
 * @param threshold so many failures in a row before the endpoint is left alone for a while
 * @param backoff that while, at first
 * @param multiplier by how much it grows with each further failure; 1 or more
 * @param maxBackoff how far it grows, and the longest {@code Retry-After} that is honoured
 * @param rejectAfter so many refusals of one event by an endpoint that takes others, until it is a
 *     dead letter
 * @param maxAttempts so many attempts with one event until it is a dead letter; empty for no end
 * @param giveUpAfter how old an event gets until it is a dead letter; empty for no end
 */
public record RetryConfig(
    int threshold,
    Duration backoff,
    double multiplier,
    Duration maxBackoff,
    int rejectAfter,
    Optional<Integer> maxAttempts,
    Optional<Duration> giveUpAfter) {

  /** As distribution does it, but with a growing backoff. */
  public static final RetryConfig DEFAULT =
      new RetryConfig(
          10,
          Duration.ofSeconds(1),
          2,
          Duration.ofMinutes(5),
          3,
          Optional.empty(),
          Optional.empty());

  /** Nothing may be missing, and nothing may shrink. */
  public RetryConfig {
    requireNonNull(backoff, "backoff");
    requireNonNull(maxBackoff, "maxBackoff");
    requireNonNull(maxAttempts, "maxAttempts");
    requireNonNull(giveUpAfter, "giveUpAfter");
    if (threshold < 1 || rejectAfter < 1 || !(multiplier >= 1)) {
      throw new IllegalArgumentException(
          "threshold, rejectAfter and multiplier must be 1 or more, not %d, %d and %s"
              .formatted(threshold, rejectAfter, multiplier));
    }
    if (maxBackoff.compareTo(backoff) < 0) {
      throw new IllegalArgumentException(
          "maxBackoff must not be below backoff, but is " + maxBackoff + " to " + backoff);
    }
  }
}
