package dev.registrynotifications.journal.cursor;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.registrynotifications.journal.CursorPosition;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.Subscriber;
import dev.registrynotifications.journal.segment.RecordView;
import dev.registrynotifications.journal.segment.Segment;
import dev.registrynotifications.journal.segment.Segments;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where one cursor is, in memory and on the disk, whether it is open or not. What it is done with
 * is on the disk, in the page cache, when {@link #persist} returns. Safe for use by several
 * threads.
 */
public final class CursorPlace {

  private static final Logger LOGGER = System.getLogger(CursorPlace.class.getName());

  private final String name;
  private volatile long until;

  @GuardedBy("this")
  private final CursorFile file;

  @GuardedBy("this")
  private CursorPosition position;

  @GuardedBy("this")
  private final TakenTimes times = new TakenTimes();

  @GuardedBy("this")
  private @Nullable Subscriber subscriber;

  @GuardedBy("this")
  private final Disuse disuse;

  @GuardedBy("this")
  private boolean dirty;

  @GuardedBy("this")
  private boolean failing;

  @GuardedBy("this")
  private boolean gone;

  CursorPlace(String name, CursorFile file, CursorState state) {
    this.name = name;
    this.file = file;
    this.until = state.until();
    this.disuse = new Disuse(state.detachedAt());
    this.position = new CursorPosition(state.base(), state.previous(), state.acked());
  }

  /** How people know the cursor. */
  public String name() {
    return name;
  }

  /** Opens it for a subscriber, where it was left. Returns false if it is open or forgotten. */
  public synchronized boolean open(Subscriber newSubscriber) {
    if (subscriber != null || gone) {
      return false;
    }
    subscriber = newSubscriber;
    position =
        new CursorPosition(position.base(), position.previousAtBase(), position.ackedBeyondBase());
    disuse.end();
    dirty = true;
    persist();
    return true;
  }

  /** Notes that nobody is going to use it, since when; while it is open that counts afterwards. */
  synchronized void detach(long now) {
    if (disuse.begin(now, subscriber != null)) {
      dirty = true;
      persist();
    }
  }

  /** Notes that it is going to be used. */
  synchronized void keep() {
    disuse.keep();
  }

  /** Whether it keeps events from being deleted that are old enough. */
  public synchronized boolean isInUse() {
    return disuse.isOver() && !gone;
  }

  /** Whether nobody has used it since before that time, in milliseconds since 1970. */
  public synchronized boolean isForgottenSince(long time) {
    return disuse.beganBefore(time);
  }

  public synchronized long base() {
    return position.base();
  }

  synchronized BitSet ackedBeyondBase() {
    return position.ackedBeyondBase();
  }

  synchronized long read() {
    return position.read();
  }

  /** Looks at the next record. */
  synchronized Look look(RecordView record) {
    long sequence = record.sequence();
    if (sequence <= position.read()) {
      return Look.PASS;
    }
    if (!position.hasRoomFor(sequence)) {
      return Look.WAIT;
    }
    dirty = true;
    EventKey key = record.key();
    if (subscriber == null || !subscriber.matches(key)) {
      position.pass(sequence);
      return Look.PASS;
    }
    long previous = position.previous();
    if (!position.take(sequence)) {
      subscriber.onKnown();
      return Look.PASS;
    }
    times.note(sequence, record.time());
    return Look.take(
        new LoggedEvent(
            sequence, previous, Instant.ofEpochMilli(record.time()), key, record.payload()));
  }

  /** When the oldest event was appended that was given out and isn't acknowledged. */
  synchronized Optional<Instant> oldestTaken() {
    return position.isSettled() ? Optional.empty() : Optional.of(times.of(position.base() + 1));
  }

  /** Takes note of it in memory, see {@link #persist}. */
  synchronized void ack(long sequence) {
    position.ack(sequence);
    dirty = true;
  }

  /** Has a replay end with what was read so far. */
  synchronized void cutOff() {
    if (until == CursorState.LIVE) {
      throw new IllegalStateException("Could not cut off " + name + ": it is no replay");
    }
    until = Math.min(until, position.read());
    dirty = true;
    persist();
  }

  /** Whether a replay has nothing left to do. */
  public synchronized boolean isFinished() {
    return position.base() >= until;
  }

  /** The last sequence of a replay. */
  public long until() {
    return until;
  }

  /** A replay that has come to the log's end is done with what is gone before its own end. */
  synchronized void passToEnd() {
    if (until != CursorState.LIVE && position.read() < until && position.hasRoomFor(until)) {
      position.pass(until);
      dirty = true;
      persist();
    }
  }

  /** Moves past a segment that is about to go, and tells the subscriber what it loses. */
  public void drop(Segment segment, Segments segments) {
    long lost;
    Subscriber loser;
    synchronized (this) {
      if (position.base() >= segment.lastSequence()) {
        return;
      }
      loser = subscriber;
      DroppedKeys dropped = new DroppedKeys(position, loser);
      dropped.visitAll(segment, segments);
      position.dropUpTo(segment.lastSequence(), dropped.lastMatching());
      dirty = true;
      persist();
      lost = dropped.lost();
    }
    tell(loser, lost);
  }

  private static void tell(@Nullable Subscriber loser, long lost) {
    if (loser != null && lost > 0) {
      loser.onDropped(lost);
    }
  }

  /** Leaves it where it is. What was given out and is gone from the log is lost now. */
  void close() {
    long lost;
    Subscriber loser;
    synchronized (this) {
      loser = subscriber;
      subscriber = null;
      lost = position.orphans();
      dirty |= disuse.close();
      persist();
    }
    tell(loser, lost);
  }

  /** Writes to the disk what has changed. A failure is told once; then it is tried again. */
  synchronized void persist() {
    if (!dirty || gone) {
      return;
    }
    try {
      file.write(state());
      dirty = false;
      tellIfFailing(false, "");
    } catch (IOException e) {
      tellIfFailing(true, String.valueOf(e.getMessage()));
    }
  }

  @GuardedBy("this")
  private CursorState state() {
    return new CursorState(
        position.base(),
        position.previousAtBase(),
        until,
        disuse.since(),
        position.ackedBeyondBase());
  }

  @GuardedBy("this")
  private void tellIfFailing(boolean nowFailing, String why) {
    if (nowFailing && !failing) {
      LOGGER.log(
          Level.ERROR,
          "Could not write down what {0} has got: {1}; after a crash it may get that again",
          name,
          why);
    } else if (failing && !nowFailing) {
      LOGGER.log(Level.INFO, "What {0} has got is written down again", name);
    }
    failing = nowFailing;
  }

  /** Closes its file, for good. */
  synchronized void release() throws IOException {
    if (!gone) {
      persist();
      gone = true;
      file.close();
    }
  }

  /** Forgets it, if nobody has used it since before that time. Returns whether it did. */
  synchronized boolean deleteIfForgottenSince(long time) throws IOException {
    boolean forgotten = subscriber == null && isForgottenSince(time);
    if (forgotten) {
      delete();
    }
    return forgotten;
  }

  /** Forgets it. Another place may have its file's name then. */
  synchronized void delete() throws IOException {
    if (!gone) {
      gone = true;
      file.delete();
    }
  }
}
