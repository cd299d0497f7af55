package dev.registrynotifications.journal;

import java.time.Instant;

/** An event in memory: when it came in, its key, and its bytes. */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; shared, not copied.
record HeldEvent(Instant time, EventKey key, byte[] payload) {

  /** About what the map's entry, the event's objects and the array's header take, in bytes. */
  static final int OVERHEAD = 200;

  /** What it takes of the heap, in bytes. */
  long weight() {
    long names = (long) key.mediaType().length() + key.repository().length() + key.tag().length();
    return payload.length + names + OVERHEAD;
  }
}
