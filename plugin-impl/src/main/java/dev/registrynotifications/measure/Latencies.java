package dev.registrynotifications.measure;

import java.time.Duration;

/**
 * How long something took.
 *
 * @param count how often it happened
 * @param p50 the median
 * @param p95 what 95 % took at the most
 * @param p99 what 99 % took at the most
 * @param max what the longest one took
 */
public record Latencies(long count, Duration p50, Duration p95, Duration p99, Duration max) {

  /** It never happened. */
  public static final Latencies NONE =
      new Latencies(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
