package dev.registrynotifications.journal.cursor;

import dev.registrynotifications.journal.Cursor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the events in a cursor's window were appended. No two of them can be a window apart, so that
 * each has a place of its own. Guarded by its owner.
 */
final class TakenTimes {

  private long @Nullable [] millis;

  void note(long sequence, long time) {
    if (millis == null) {
      millis = new long[Cursor.WINDOW];
    }
    millis[place(sequence)] = time;
  }

  /** The time of an event that was noted and is still in the window. */
  Instant of(long sequence) {
    return Instant.ofEpochMilli(millis == null ? 0 : millis[place(sequence)]);
  }

  private static int place(long sequence) {
    return (int) (sequence % Cursor.WINDOW);
  }
}
