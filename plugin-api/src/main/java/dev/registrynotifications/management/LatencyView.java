package dev.registrynotifications.management;

import javax.management.ConstructorParameters;

/**
 * How long something took in the last five minutes, as JMX shows it; all zero if it never happened
 * in that time. A class with getters for the reason that {@link DeadLetterView} gives.
 */
public final class LatencyView {

  private final long count;
  private final double p50Millis;
  private final double p95Millis;
  private final double p99Millis;
  private final double maxMillis;

  /** Makes a view of these; JMX does so, too, on the client's side. */
  @ConstructorParameters({"count", "p50Millis", "p95Millis", "p99Millis", "maxMillis"})
  public LatencyView(
      long count, double p50Millis, double p95Millis, double p99Millis, double maxMillis) {
    this.count = count;
    this.p50Millis = p50Millis;
    this.p95Millis = p95Millis;
    this.p99Millis = p99Millis;
    this.maxMillis = maxMillis;
  }

  /** How often it happened. */
  public long getCount() {
    return count;
  }

  /** The median, in milliseconds. */
  public double getP50Millis() {
    return p50Millis;
  }

  /** What 95 % took at the most, in milliseconds. */
  public double getP95Millis() {
    return p95Millis;
  }

  /** What 99 % took at the most, in milliseconds. */
  public double getP99Millis() {
    return p99Millis;
  }

  /** What the longest one took, in milliseconds. */
  public double getMaxMillis() {
    return maxMillis;
  }
}
