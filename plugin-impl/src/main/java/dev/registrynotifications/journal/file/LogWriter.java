package dev.registrynotifications.journal.file;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.registrynotifications.journal.LogFullException;
import dev.registrynotifications.journal.cursor.Tail;
import dev.registrynotifications.journal.segment.RecordFormat;
import dev.registrynotifications.journal.segment.RecordView;
import dev.registrynotifications.journal.segment.SegmentWriter;
import dev.registrynotifications.journal.segment.Segments;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The end of the log: gives sequences, writes records, and forces them to the disk. While the disk
 * fails, records wait in memory, in their order, and appends go on; {@link Recovery} writes them
 * later.
 *
 * <p>Appends and syncs come from any thread, and no interrupt disturbs them. {@link #roll} is for
 * the one thread that keeps house: making a file takes long, and no append shall wait for it, so a
 * segment may become somewhat longer than it should.
 */
final class LogWriter implements Tail {

  private final Segments segments;
  private final FileLogSettings settings;
  private final InstantSource clock;
  private final Bell bell;
  private final ReentrantLock syncLock = new ReentrantLock();
  private final GroupCommit commits = new GroupCommit();
  private volatile long syncedSequence;
  private volatile @Nullable String trouble;

  @GuardedBy("this")
  private final MemoryTail tail;

  @GuardedBy("this")
  private final OpenFiles files;

  @GuardedBy("this")
  private long lastSequence;

  @GuardedBy("this")
  private boolean unsynced;

  @GuardedBy("this")
  private boolean closed;

  /**
   * Goes on with a log.
   *
   * @param bell rung when there is something to sync, to roll, or to recover from
   * @param lastSequence the last one that was given, or may have been
   */
  LogWriter(
      Segments segments,
      FileLogSettings settings,
      InstantSource clock,
      Bell bell,
      long lastSequence)
      throws IOException {
    this.segments = segments;
    this.settings = settings;
    this.clock = clock;
    this.bell = bell;
    this.files = new OpenFiles(segments.resumeLast(), settings.segmentBytes());
    this.lastSequence = lastSequence;
    this.tail = new MemoryTail(settings.bufferEvents(), FileLogSettings.MAX_BUFFER_BYTES);
    this.unsynced = files.isUnsynced();
  }

  /** Appends a record and gives it the next sequence and the time. */
  long append(byte[] record) {
    long sequence = put(record);
    if (settings.syncAlways()) {
      syncUpTo(sequence);
    }
    return sequence;
  }

  private synchronized long put(byte[] record) {
    if (closed) {
      throw new IllegalStateException("Could not use the event log: it is closed");
    }
    long sequence = lastSequence + 1;
    long time = clock.millis();
    RecordFormat.seal(record, sequence, time);
    if (!write(record, sequence, time)) {
      buffer(record, sequence);
    }
    lastSequence = sequence;
    return sequence;
  }

  @GuardedBy("this")
  private boolean write(byte[] record, long sequence, long time) {
    if (trouble != null) {
      return false;
    }
    try {
      files.write(record, sequence, time);
    } catch (IOException e) {
      giveUp(e);
      return false;
    }
    if (!unsynced || files.isFull()) {
      unsynced = true;
      bell.ring();
    }
    return true;
  }

  @GuardedBy("this")
  private void buffer(byte[] record, long sequence) {
    if (!tail.hasRoomFor(record)) {
      throw new LogFullException(
          "the journal can't be written (%s), and %d events wait in memory already"
              .formatted(trouble, tail.size()));
    }
    tail.add(sequence, record);
  }

  /** From now on records wait in memory. */
  synchronized void giveUp(IOException failure) {
    boolean news = trouble == null;
    trouble = String.valueOf(failure.getMessage());
    if (news) {
      bell.ring();
    }
  }

  /** What keeps the log from being written; empty if all is well. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** How many records wait in memory. */
  synchronized int buffered() {
    return tail.size();
  }

  synchronized long lastSequence() {
    return lastSequence;
  }

  @Override
  public Optional<RecordView> after(long sequence, BooleanSupplier atEnd) {
    if (trouble == null) {
      return Optional.empty();
    }
    synchronized (this) {
      return atEnd.getAsBoolean() ? tail.after(sequence) : Optional.empty();
    }
  }

  /** One sync serves all that wait. */
  private void syncUpTo(long sequence) {
    commits.await(() -> trouble != null || syncedSequence >= sequence, this::sync);
  }

  /** Forces to the disk all that was written before the call. A failure becomes the trouble. */
  void sync() {
    syncLock.lock();
    try {
      if (trouble == null) {
        long upTo = lastSequenceToSync();
        for (SegmentWriter writer : writers()) {
          writer.sync();
        }
        syncedSequence = upTo;
        OpenFiles.close(takeSynced());
      }
    } catch (IOException e) {
      giveUp(e);
    } finally {
      syncLock.unlock();
    }
  }

  /**
   * Forces a file to the disk while nobody else does: of two that do so at once only one may be
   * told of a failure. Returns whether it succeeded.
   */
  boolean trySync(SegmentWriter writer) {
    syncLock.lock();
    try {
      return writer.trySync();
    } finally {
      syncLock.unlock();
    }
  }

  private synchronized long lastSequenceToSync() {
    unsynced = false;
    return lastSequence;
  }

  /** All files that may have something unsynced, in their order. */
  synchronized List<SegmentWriter> writers() {
    return files.all();
  }

  private synchronized List<SegmentWriter> takeSynced() {
    return files.takeSynced();
  }

  synchronized boolean isUnsynced() {
    return unsynced;
  }

  synchronized boolean isRollDue() {
    return trouble == null && files.isFull();
  }

  /** Begins another segment. If that fails, the one there is grows on. */
  void roll() throws IOException {
    try {
      roll(segments.createNext());
    } catch (IOException e) {
      growOn();
      throw e;
    }
  }

  private synchronized void roll(SegmentWriter next) {
    segments.add(next.segment());
    files.roll(next);
  }

  private synchronized void growOn() {
    files.growOn();
  }

  /** The oldest records that wait in memory. */
  synchronized List<RecordView> firstBuffered(int count) {
    return tail.first(count);
  }

  /**
   * Lets go of records that every cursor is done with, if half of the memory is taken: there is
   * more use in the ones to come than in a replay.
   */
  synchronized void relieve(long doneUpTo) {
    if (tail.size() * 2 > settings.bufferEvents()) {
      tail.removeUpTo(doneUpTo);
    }
  }

  /** Those records are in a file now. */
  synchronized void forgetBuffered(long upTo) {
    tail.removeUpTo(upTo);
  }

  /** Notes a file that was begun while the disk failed, and failed, too. */
  synchronized void retire(SegmentWriter writer) {
    files.retire(writer);
  }

  /**
   * Lets appends go to a new segment, if nothing waits in memory any more; the writers before it
   * are closed, so that all they wrote must be safe.
   *
   * @return whether it was so
   */
  boolean takeOver(SegmentWriter next) throws IOException {
    syncLock.lock();
    try {
      Optional<List<SegmentWriter>> before = switchTo(next);
      OpenFiles.close(before.orElse(List.of()));
      return before.isPresent();
    } finally {
      syncLock.unlock();
    }
  }

  private synchronized Optional<List<SegmentWriter>> switchTo(SegmentWriter next) {
    if (!tail.isEmpty()) {
      return Optional.empty();
    }
    trouble = null;
    unsynced = next.isUnsynced();
    return Optional.of(files.replaceBy(next));
  }

  /** Refuses appends from now on. */
  synchronized void refuse() {
    closed = true;
  }

  /** Closes the files. */
  void close() throws IOException {
    OpenFiles.close(writers());
  }
}
