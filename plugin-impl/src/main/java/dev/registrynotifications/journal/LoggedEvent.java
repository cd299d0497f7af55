package dev.registrynotifications.journal;

import java.time.Instant;

/**
 * An event as a cursor gives it.
 *
 * @param sequence its place in the log; later events have higher numbers, with gaps
 * @param previous the sequence of the last event before this one that was for the same subscriber,
 *     whatever became of it; 0 if there was none. The same each time the event is read, but for a
 *     replay that begins with the oldest event kept: then it may be {@link #UNKNOWN}
 * @param time when it was appended
 * @param key what filters decide on
 * @param payload the encoded event, which nobody may change: it is shared, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; copying it would double the cost.
public record LoggedEvent(
    long sequence, long previous, Instant time, EventKey key, byte[] payload) {

  /** The event before is gone from the log, and nobody knows any more which one it was. */
  public static final long UNKNOWN = -1;
}
