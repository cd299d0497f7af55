package dev.registrynotifications.journal.cursor;

import dev.registrynotifications.journal.CursorPosition;
import dev.registrynotifications.journal.Subscriber;
import dev.registrynotifications.journal.segment.KeyVisitor;
import dev.registrynotifications.journal.segment.RecordView;
import org.jspecify.annotations.Nullable;

/** Counts what of a segment a cursor loses with it. */
final class DroppedKeys implements KeyVisitor {

  private final CursorPosition position;
  private final @Nullable Subscriber subscriber;
  private long lost;
  private long lastMatching;

  /** A cursor without a subscriber loses nothing: nobody knows what would have been for it. */
  DroppedKeys(CursorPosition position, @Nullable Subscriber subscriber) {
    this.position = position;
    this.subscriber = subscriber;
  }

  @Override
  public void visit(RecordView record) {
    long sequence = record.sequence();
    if (sequence <= lastMatching || subscriber == null || !subscriber.matches(record.key())) {
      return;
    }
    lastMatching = sequence;
    if (sequence > position.read() && !position.isAcked(sequence)) {
      lost++;
    }
  }

  long lost() {
    return lost;
  }

  /** The last event of the segment that was for this cursor; 0 if there was none. */
  long lastMatching() {
    return lastMatching;
  }
}
