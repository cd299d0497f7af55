package dev.registrynotifications.comparison.backlog;

import dev.registrynotifications.comparison.receiver.Tally;
import java.time.Duration;

/**
 * A receiver was down, and came up.
 *
 * @param made how many events were made while it was down
 * @param took how long that took
 * @param before the registry's memory before
 * @param after the registry's memory when all of them were pending
 * @param tally what the receiver had got when none was pending any more
 */
record Outage(long made, Duration took, Memory before, Memory after, Tally tally) {

  private static final double NANOS_PER_SECOND = 1e9;

  double madePerSecond() {
    return made * NANOS_PER_SECOND / took.toNanos();
  }

  double residentAnEvent() {
    return (double) (after.resident() - before.resident()) / made;
  }

  double heapAnEvent() {
    return (double) (after.liveHeap() - before.liveHeap()) / made;
  }

  /** From the first that arrived to the last. */
  double deliveredPerSecond() {
    return tally.events() * NANOS_PER_SECOND / tally.between().toNanos();
  }

  long lost() {
    return made - tally.ids();
  }

  long duplicated() {
    return tally.events() - tally.ids();
  }
}
