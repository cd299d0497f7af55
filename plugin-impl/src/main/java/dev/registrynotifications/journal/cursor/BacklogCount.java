package dev.registrynotifications.journal.cursor;

import dev.registrynotifications.journal.Subscriber;
import dev.registrynotifications.journal.segment.RecordView;
import dev.registrynotifications.journal.segment.Segment;
import dev.registrynotifications.journal.segment.Segments;
import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;

/**
 * Counts, segment by segment, what was in the log for a cursor when it was opened. Confined to the
 * thread that keeps house, which also deletes segments: none is counted after it is gone.
 */
public final class BacklogCount {

  private final Subscriber subscriber;
  private final long base;
  private final BitSet acked;
  private final long until;
  private long countedOrdinal;
  private long seen;
  private long count;

  /**
   * Counts from a cursor's place on.
   *
   * @param until the last sequence that counts
   */
  public BacklogCount(CursorPlace place, Subscriber subscriber, long until) {
    this.subscriber = subscriber;
    this.base = place.base();
    this.acked = place.ackedBeyondBase();
    this.until = until;
  }

  /** Counts the next segment. Returns whether that was the last. */
  public boolean countNext(Segments segments) throws IOException {
    Optional<Segment> next = segments.after(countedOrdinal);
    if (next.isPresent()) {
      count(next.get(), segments);
    }
    boolean done = segments.after(countedOrdinal).isEmpty();
    subscriber.onBacklog(count, done);
    return done;
  }

  /** Sees to it that a segment is counted before it is deleted. */
  public void countThrough(Segment segment, Segments segments) throws IOException {
    while (countedOrdinal < segment.ordinal()) {
      boolean unused = countNext(segments);
    }
  }

  private void count(Segment segment, Segments segments) throws IOException {
    countedOrdinal = segment.ordinal();
    if (segment.lastSequence() > base) {
      segments.visitKeys(segment, this::visit);
    }
  }

  private void visit(RecordView record) {
    long sequence = record.sequence();
    if (sequence <= Math.max(base, seen) || sequence > until) {
      return;
    }
    seen = sequence;
    long bit = sequence - base - 1;
    boolean done = bit < acked.length() && acked.get((int) bit);
    if (!done && subscriber.matches(record.key())) {
      count++;
    }
  }
}
