package dev.registrynotifications.bench.delivery;

import java.util.stream.LongStream;

/** How long most events took, in microseconds. */
public record Percentiles(double p50, double p95, double p99) {

  private static final double NANOS_PER_MICRO = 1_000;

  static Percentiles of(LongStream nanos) {
    long[] sorted = nanos.sorted().toArray();
    return new Percentiles(at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99));
  }

  private static double at(long[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(rank, 1) - 1] / NANOS_PER_MICRO;
  }
}
