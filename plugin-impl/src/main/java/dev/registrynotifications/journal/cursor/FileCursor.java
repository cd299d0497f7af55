package dev.registrynotifications.journal.cursor;

import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.segment.RecordView;
import dev.registrynotifications.journal.segment.Segment;
import dev.registrynotifications.journal.segment.SegmentReader;
import dev.registrynotifications.journal.segment.Segments;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads on from a cursor's place: through the files, and beyond their end through what waits in
 * memory. {@link #ack}, {@link #ackLater} and {@link #commit} are for any thread, all else for one
 * at a time.
 */
public final class FileCursor implements Cursor {

  private final CursorPlace place;
  private final Segments segments;
  private final Tail tail;
  private final Consumer<CursorPlace> whenClosed;
  private @Nullable Segment segment;
  private @Nullable SegmentReader reader;
  private @Nullable RecordView waiting;

  /**
   * Reads on from a place.
   *
   * @param whenClosed told of the place when this cursor has left it
   */
  public FileCursor(
      CursorPlace place, Segments segments, Tail tail, Consumer<CursorPlace> whenClosed) {
    this.place = place;
    this.segments = segments;
    this.tail = tail;
    this.whenClosed = whenClosed;
  }

  @Override
  public Optional<LoggedEvent> next() {
    try {
      Look look = Look.PASS;
      while (look.goesOn()) {
        RecordView record = nextRecord();
        if (record == null || record.sequence() > place.until()) {
          place.passToEnd();
          return Optional.empty();
        }
        look = place.look(record);
        waiting = look.waits() ? record : null;
      }
      return Optional.ofNullable(look.event());
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read the journal: " + e.getMessage(), e);
    }
  }

  /** The next record; null at the end of the log. */
  private @Nullable RecordView nextRecord() throws IOException {
    if (waiting != null) {
      return waiting;
    }
    while (true) {
      if (segment == null) {
        openNext();
      }
      if (advance()) {
        return reader().current();
      }
      Segment finished = segment();
      if (segments.after(finished.ordinal()).isEmpty()) {
        RecordView buffered = buffered(finished);
        if (buffered != null || isAtEnd(finished)) {
          return buffered;
        }
        // What was in memory has just been written.
        continue;
      }
      // Complete now: what came between the two looks is read before the next segment.
      if (advance()) {
        return reader().current();
      }
      closeReader();
      openAfter(finished.ordinal());
    }
  }

  private boolean advance() throws IOException {
    return reader().advance(segment().length());
  }

  private @Nullable RecordView buffered(Segment last) {
    return tail.after(place.read(), () -> isAtEnd(last)).orElse(null);
  }

  private boolean isAtEnd(Segment last) {
    return last.length() <= reader().position() && segments.after(last.ordinal()).isEmpty();
  }

  /** Opens the segment in which reading goes on: the first with something new, or the last. */
  private void openNext() throws IOException {
    while (segment == null) {
      long done = place.read();
      List<Segment> all = segments.all();
      open(
          all.stream()
              .filter(candidate -> candidate.lastSequence() > done)
              .findFirst()
              .orElse(all.get(all.size() - 1)));
    }
  }

  private void openAfter(long ordinal) throws IOException {
    Optional<Segment> next = segments.after(ordinal);
    if (next.isPresent()) {
      open(next.get());
    }
  }

  /** Opens nothing if the segment has just been deleted. */
  private void open(Segment next) throws IOException {
    try {
      reader = segments.read(next);
      segment = next;
    } catch (FileNotFoundException e) {
      if (segments.all().contains(next)) {
        throw e;
      }
    }
  }

  private SegmentReader reader() {
    if (reader == null) {
      throw new IllegalStateException("no segment is open");
    }
    return reader;
  }

  private Segment segment() {
    if (segment == null) {
      throw new IllegalStateException("no segment is open");
    }
    return segment;
  }

  private void closeReader() throws IOException {
    SegmentReader open = reader;
    reader = null;
    segment = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public boolean isFull() {
    return waiting != null;
  }

  @Override
  public Optional<Instant> oldestTaken() {
    return place.oldestTaken();
  }

  @Override
  public void ack(long sequence) {
    place.ack(sequence);
    place.persist();
  }

  @Override
  public void ackLater(long sequence) {
    place.ack(sequence);
  }

  /** Once for many: to write down where it is costs the same for one event and for all. */
  @Override
  public void commit() {
    place.persist();
  }

  @Override
  public void cutOff() {
    place.cutOff();
  }

  @Override
  public boolean isFinished() {
    return place.isFinished();
  }

  @Override
  public void close() {
    place.close();
    whenClosed.accept(place);
    try {
      closeReader();
    } catch (IOException e) {
      throw new UncheckedIOException("Could not close the journal's file: " + e.getMessage(), e);
    }
  }
}
