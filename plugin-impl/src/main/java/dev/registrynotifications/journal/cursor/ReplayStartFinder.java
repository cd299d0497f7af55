package dev.registrynotifications.journal.cursor;

import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.ReplayStart;
import dev.registrynotifications.journal.Subscriber;
import dev.registrynotifications.journal.segment.KeyVisitor;
import dev.registrynotifications.journal.segment.RecordView;
import dev.registrynotifications.journal.segment.Segment;
import dev.registrynotifications.journal.segment.Segments;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds where a replay begins, and which event its subscriber was to get before, so that the first
 * replayed event says the same of that as it did the first time, or nothing if that event is gone.
 */
public final class ReplayStartFinder {

  private final Segments segments;
  private final Subscriber subscriber;
  private long first;
  private long previous;

  /** Finds for a subscriber. */
  public ReplayStartFinder(Segments segments, Subscriber subscriber) {
    this.segments = segments;
    this.subscriber = subscriber;
  }

  /**
   * The replay from there to the log's newest event.
   *
   * @throws IllegalStateException if the log has nothing of it; the message is for operators
   */
  public CursorState find(ReplayStart start) throws IOException {
    List<Segment> before = new ArrayList<>();
    for (Segment segment : segments.all()) {
      if (first == 0 && mayHold(start, segment)) {
        visitKeys(segment, record -> visit(record, start));
      }
      if (first == 0) {
        before.add(segment);
      }
    }
    if (first == 0) {
      throw new IllegalStateException(
          "the journal has nothing of it: its events are from sequence %d to %d"
              .formatted(segments.firstSequence(), segments.lastSequence()));
    }
    lookBack(before);
    if (previous == 0 && segments.firstSequence() > 1) {
      previous = LoggedEvent.UNKNOWN;
    }
    return CursorState.replay(first - 1, previous, segments.lastSequence());
  }

  private static boolean mayHold(ReplayStart start, Segment segment) {
    if (start instanceof ReplayStart.AtSequence at) {
      return segment.lastSequence() >= at.sequence();
    }
    return segment.lastTime() >= ((ReplayStart.Since) start).time().toEpochMilli();
  }

  private void visit(RecordView record, ReplayStart start) {
    if (first == 0 && isAtOrBehind(start, record)) {
      first = record.sequence();
    } else if (first == 0 && subscriber.matches(record.key())) {
      previous = record.sequence();
    }
  }

  private static boolean isAtOrBehind(ReplayStart start, RecordView record) {
    if (start instanceof ReplayStart.AtSequence at) {
      return record.sequence() >= at.sequence();
    }
    return record.time() >= ((ReplayStart.Since) start).time().toEpochMilli();
  }

  /** Passes over a segment that has just been dropped. */
  private void visitKeys(Segment segment, KeyVisitor visitor) throws IOException {
    try {
      segments.visitKeys(segment, visitor);
    } catch (FileNotFoundException e) {
      if (segments.all().contains(segment)) {
        throw e;
      }
    }
  }

  private void lookBack(List<Segment> before) throws IOException {
    Collections.reverse(before);
    for (Segment segment : before) {
      if (previous != 0) {
        return;
      }
      visitKeys(
          segment,
          record -> {
            if (subscriber.matches(record.key())) {
              previous = record.sequence();
            }
          });
    }
  }
}
