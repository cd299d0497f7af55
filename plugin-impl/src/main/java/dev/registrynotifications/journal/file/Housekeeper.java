package dev.registrynotifications.journal.file;

import dev.registrynotifications.journal.LogListener;
import dev.registrynotifications.journal.cursor.BacklogCount;
import dev.registrynotifications.journal.cursor.CursorDirectory;
import dev.registrynotifications.journal.cursor.CursorPlace;
import dev.registrynotifications.journal.segment.Segment;
import dev.registrynotifications.journal.segment.Segments;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Keeps house on a thread of its own, so that no append waits for it: forces events to the disk,
 * begins, indexes and deletes segments, counts backlogs, and brings the log back when the disk has
 * failed. Asleep while there is nothing to do, but for a look each minute.
 */
final class Housekeeper implements Runnable {

  private static final Logger LOGGER = System.getLogger(Housekeeper.class.getName());
  private static final Duration IDLE = Duration.ofMinutes(1);

  private final LogWriter writer;
  private final Recovery recovery;
  private final Segments segments;
  private final CursorDirectory cursors;
  private final FileLogSettings settings;
  private final InstantSource clock;
  private final Bell bell;
  private final Trouble trouble;
  private final Queue<BacklogCount> newCounts = new ConcurrentLinkedQueue<>();
  private final ArrayDeque<BacklogCount> counts = new ArrayDeque<>();
  private long indexedOrdinal;
  private volatile boolean stopping;

  Housekeeper(
      LogWriter writer,
      Segments segments,
      CursorDirectory cursors,
      FileLogSettings settings,
      LogClock time) {
    this.writer = writer;
    this.recovery = new Recovery(writer, segments, settings.syncAlways());
    this.segments = segments;
    this.cursors = cursors;
    this.settings = settings;
    this.clock = time.clock();
    this.bell = time.bell();
    this.trouble = new Trouble(settings);
  }

  /** Tells it when the log can't be written, and when it can be again. */
  void listen(LogListener listener) {
    trouble.listen(listener);
  }

  /** Counts a backlog when there is time. */
  void count(BacklogCount count) {
    newCounts.add(count);
    bell.ring();
  }

  /** Ends the thread. */
  void stop() {
    stopping = true;
    bell.ring();
  }

  /** The last round, when no append can come any more. */
  void finish() throws IOException {
    step();
    int lost = writer.buffered();
    if (lost > 0) {
      LOGGER.log(
          Level.ERROR,
          "The journal in {0} couldn''t be written to its end: {1} events are gone with this"
              + " process, and lost for endpoints that haven''t got them",
          settings.directory(),
          Integer.toString(lost));
    }
  }

  @Override
  public void run() {
    try {
      while (!stopping) {
        stepSafely();
        bell.await(pause());
        if (writer.isUnsynced() && !writer.isRollDue() && !stopping) {
          bell.await(FileLogSettings.SYNC_INTERVAL);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration pause() {
    if (writer.trouble().isPresent()) {
      return FileLogSettings.RECOVERY_INTERVAL;
    }
    return counts.isEmpty() ? IDLE : Duration.ZERO;
  }

  /** Whatever goes wrong, an error included, the next round comes: nobody else would sync. */
  private void stepSafely() {
    try {
      step();
    } catch (Throwable e) {
      LOGGER.log(Level.ERROR, "Could not keep house in " + settings.directory(), e);
    }
  }

  /** Does once all that is to be done, but of what takes long only a piece. */
  void step() throws IOException {
    trouble.tell(writer.trouble());
    if (writer.trouble().isPresent()) {
      recovery.attempt();
      writer.relieve(doneByAll());
      trouble.tell(writer.trouble());
    }
    if (writer.isRollDue()) {
      roll();
    }
    writer.sync();
    cursors.persist();
    indexFinished();
    countOne();
    keepWithinBounds();
    deleteExpired();
  }

  /** Up to where every cursor in use is done; nothing if there is none. */
  private long doneByAll() {
    return cursors.all().stream()
        .filter(CursorPlace::isInUse)
        .mapToLong(CursorPlace::base)
        .min()
        .orElse(0);
  }

  private void roll() {
    try {
      writer.roll();
    } catch (IOException e) {
      LOGGER.log(Level.WARNING, "Could not begin a new file in {0}: {1}", settings.directory(), e);
    }
  }

  /** An index only saves time: without one the segment itself is read. */
  private void indexFinished() {
    for (Segment segment : segments.all()) {
      boolean finished = segments.after(segment.ordinal()).isPresent();
      if (finished && segment.ordinal() > indexedOrdinal) {
        indexedOrdinal = segment.ordinal();
        index(segment);
      }
    }
  }

  private void index(Segment segment) {
    try {
      segments.index(segment);
    } catch (IOException e) {
      LOGGER.log(Level.DEBUG, "Could not index {0}: {1}", segment.path(), e);
    }
  }

  private void countOne() throws IOException {
    takeNewCounts();
    BacklogCount first = counts.peek();
    if (first != null && first.countNext(segments)) {
      counts.remove();
    }
  }

  private void takeNewCounts() {
    for (BacklogCount next = newCounts.poll(); next != null; next = newCounts.poll()) {
      counts.add(next);
    }
  }

  /** The segment that is written to has room to become full. */
  private void keepWithinBounds() throws IOException {
    while (segments.all().size() > 1
        && segments.finishedBytes() > settings.maxBytes() - settings.segmentBytes()) {
      drop(segments.all().get(0));
    }
  }

  private void drop(Segment oldest) throws IOException {
    takeNewCounts();
    for (BacklogCount count : counts) {
      count.countThrough(oldest, segments);
    }
    for (CursorPlace cursor : cursors.all()) {
      cursor.drop(oldest, segments);
    }
    segments.remove(oldest);
  }

  private void deleteExpired() throws IOException {
    long expired = clock.millis() - settings.retention().toMillis();
    cursors.forgetUnusedSince(expired);
    Segment oldest = segments.all().get(0);
    boolean alone = segments.all().size() == 1 && writer.trouble().isEmpty();
    if (alone && oldest.records() > 0 && isExpired(oldest, expired)) {
      roll();
    }
    while (segments.all().size() > 1 && isExpired(oldest, expired)) {
      drop(oldest);
      oldest = segments.all().get(0);
    }
  }

  private boolean isExpired(Segment segment, long before) {
    return segment.lastTime() < before
        && cursors.all().stream()
            .filter(CursorPlace::isInUse)
            .allMatch(cursor -> cursor.base() >= segment.lastSequence());
  }
}
