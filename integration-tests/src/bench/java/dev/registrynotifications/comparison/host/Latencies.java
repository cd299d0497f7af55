package dev.registrynotifications.comparison.host;

import java.util.Arrays;
import java.util.List;

/**
 * How long requests took.
 *
 * @param sorted in nanoseconds, in ascending order
 * @param seconds how long requests were counted
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record Latencies(long[] sorted, double seconds) {

  private static final double NANOS_PER_MICRO = 1_000;

  static Latencies of(List<long[]> clients, double seconds) {
    long[] all = clients.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Latencies(all, seconds);
  }

  double perSecond() {
    return sorted.length / seconds;
  }

  /** In microseconds. */
  double percentile(int percent) {
    return sorted[(int) ((sorted.length - 1L) * percent / 100)] / NANOS_PER_MICRO;
  }
}
