package dev.registrynotifications.comparison.deliver;

import dev.registrynotifications.comparison.receiver.Behaviour;

/**
 * A way to deliver events.
 *
 * @param name for people
 * @param origin where its events come from
 * @param endpoints how many there are
 * @param keys more keys of each endpoint; may be empty
 * @param behaviour how the receiver answers
 * @param peer the name of the case that it is compared with
 */
record Case(
    String name, Origin origin, int endpoints, String keys, Behaviour behaviour, String peer) {

  /** Whose events they are. */
  enum Origin {
    /** The original, which has them in memory. */
    ORIGINAL(4_000),
    /** Our journal of pulls. */
    JOURNAL(30_000),
    /** Our journal of pushes, which is larger: batches go faster. */
    LARGE_JOURNAL(400_000);

    private final long mostPerSecond;

    Origin(long mostPerSecond) {
      this.mostPerSecond = mostPerSecond;
    }

    /** More events a second than are delivered from it, on most machines. */
    long mostPerSecond() {
      return mostPerSecond;
    }
  }
}
