package dev.registrynotifications.journal.cursor;

import dev.registrynotifications.journal.CursorPosition;
import dev.registrynotifications.journal.Subscriber;
import dev.registrynotifications.journal.segment.KeyVisitor;
import dev.registrynotifications.journal.segment.RecordView;
import dev.registrynotifications.journal.segment.Segment;
import dev.registrynotifications.journal.segment.Segments;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Counts what of a segment a cursor loses with it. */
final class DroppedKeys implements KeyVisitor {

  private static final Logger LOGGER = System.getLogger(DroppedKeys.class.getName());

  private final CursorPosition position;
  private final @Nullable Subscriber subscriber;
  private long lost;
  private long lastMatching;

  /** A cursor without a subscriber loses nothing: nobody knows what would have been for it. */
  DroppedKeys(CursorPosition position, @Nullable Subscriber subscriber) {
    this.position = position;
    this.subscriber = subscriber;
  }

  /** Looks at all of a segment that can be read. */
  void visitAll(Segment segment, Segments segments) {
    try {
      segments.visitKeys(segment, this);
    } catch (IOException e) {
      LOGGER.log(
          Level.ERROR,
          "Could not count what goes with the journal''s file {0}: {1}",
          segment.path(),
          e.getMessage());
    }
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
