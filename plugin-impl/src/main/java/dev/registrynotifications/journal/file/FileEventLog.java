package dev.registrynotifications.journal.file;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.DeadLetters;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.LogListener;
import dev.registrynotifications.journal.LogStatus;
import dev.registrynotifications.journal.ReplayStart;
import dev.registrynotifications.journal.StartFrom;
import dev.registrynotifications.journal.Subscriber;
import dev.registrynotifications.journal.cursor.BacklogCount;
import dev.registrynotifications.journal.cursor.CursorDirectory;
import dev.registrynotifications.journal.cursor.CursorPlace;
import dev.registrynotifications.journal.cursor.CursorState;
import dev.registrynotifications.journal.cursor.FileCursor;
import dev.registrynotifications.journal.cursor.ReplayStartFinder;
import dev.registrynotifications.journal.letters.FileDeadLetters;
import dev.registrynotifications.journal.segment.Disk;
import dev.registrynotifications.journal.segment.FileNames;
import dev.registrynotifications.journal.segment.RecordFormat;
import dev.registrynotifications.journal.segment.Segments;
import dev.registrynotifications.measure.LatencyWindow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The log in files: what was appended is there after the process was killed, and, as far as it was
 * forced to the disk, after a power cut. Its directory:
 *
 * <pre>
 *   id                       names the log's sequences
 *   lock, owner              who has the directory
 *   segments/0000000001.log  the events, see {@link RecordFormat}
 *   segments/0000000001.keys their keys once more, of complete segments
 *   cursors/ci.cursor        how far an endpoint is, see {@link CursorState}
 *   cursors/ci.replay        how far its replay is
 *   dead-letters/ci/…        what was given up for it, see {@link FileDeadLetters}
 * </pre>
 *
 * <p>Rejected: an embedded database. Those that survived the comparison brought native code, flags
 * for the JVM, or a heap that grows with the backlog; none gave damaged records up one by one.
 */
public final class FileEventLog implements EventLog {

  private static final Logger LOGGER = System.getLogger(FileEventLog.class.getName());

  private final FileLogSettings settings;
  private final OpenLog open;
  private final LogClock time;
  private final LogWriter writer;
  private final Housekeeper housekeeper;
  private final HousekeeperThread thread;

  @GuardedBy("this")
  private final Map<String, DeadLetters> opened = new HashMap<>();

  @GuardedBy("this")
  private boolean closed;

  /** What opening a directory gives. */
  record OpenLog(
      Disk disk,
      DirectoryOwner owner,
      String id,
      Damages damages,
      Segments segments,
      CursorDirectory cursors,
      LatencyWindow syncs) {}

  FileEventLog(
      FileLogSettings settings, OpenLog open, LogClock time, LogWriter writer, Housekeeper keeper) {
    this.settings = settings;
    this.open = open;
    this.time = time;
    this.writer = writer;
    this.housekeeper = keeper;
    this.thread = new HousekeeperThread(keeper);
  }

  /**
   * Opens the log of a directory; makes it if there is none.
   *
   * @throws IOException if the directory can't be used; the message says why, for operators
   */
  public static FileEventLog open(FileLogSettings settings) throws IOException {
    FileEventLog log = FileLogOpener.ofOperatingSystem().open(settings);
    log.startKeepingHouse();
    LOGGER.log(
        Level.INFO,
        "The journal is in {0}, with {1} events",
        settings.directory(),
        Long.toString(log.status().contents().records()));
    return log;
  }

  void startKeepingHouse() {
    thread.start();
  }

  @Override
  public long append(EventKey key, byte[] payload) {
    return writer.append(RecordFormat.encode(key, payload));
  }

  @Override
  public Cursor cursor(String name, StartFrom start, Subscriber subscriber) {
    long end = writer.lastSequence();
    CursorPlace place = openPlace(name, begin(start, end), subscriber);
    if (place.base() >= end) {
      subscriber.onBacklog(0, true);
    } else {
      subscriber.onBacklog(0, false);
      housekeeper.count(new BacklogCount(place, subscriber, end));
    }
    return cursorAt(place);
  }

  private synchronized CursorPlace openPlace(
      String name, CursorState beginning, Subscriber subscriber) {
    checkOpen();
    CursorPlace place =
        remembered(name, CursorDirectory.LIVE)
            .orElseGet(() -> create(name, CursorDirectory.LIVE, beginning));
    if (!place.open(subscriber)) {
      throw new IllegalStateException("Could not open cursor " + name + ": it is open");
    }
    return place;
  }

  /** A place that nobody has used for longer than the retention is as good as unknown. */
  private Optional<CursorPlace> remembered(String name, String kind) {
    try {
      long expired = time.clock().millis() - settings.retention().toMillis();
      return open.cursors.find(name, kind, expired);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not forget the cursor of " + name + ": " + e, e);
    }
  }

  private CursorState begin(StartFrom start, long end) {
    long oldest = open.segments.firstSequence();
    boolean atEnd = start == StartFrom.LATEST || oldest == 0;
    return CursorState.begin(atEnd ? end : oldest - 1, 0);
  }

  private CursorPlace create(String name, String kind, CursorState state) {
    try {
      return open.cursors.create(name, kind, state);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Could not make the cursor of " + name + " in " + settings.directory() + ": " + e, e);
    }
  }

  private Cursor cursorAt(CursorPlace place) {
    return new FileCursor(place, open.segments, writer, this::closed);
  }

  private void closed(CursorPlace place) {
    if (place.isFinished()) {
      forget(place);
    }
  }

  private void forget(CursorPlace place) {
    try {
      open.cursors.forget(place);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not forget the cursor " + place.name() + ": " + e, e);
    }
  }

  @Override
  public void retain(Set<String> names) {
    open.cursors.retain(names, time.clock().millis());
  }

  @Override
  public synchronized Cursor replay(String name, ReplayStart start, Subscriber subscriber) {
    checkOpen();
    Optional<CursorPlace> known = remembered(name, CursorDirectory.REPLAY);
    if (known.isPresent()) {
      throw new IllegalStateException(
          "Could not replay for %s: a replay up to sequence %d is under way"
              .formatted(name, known.get().until()));
    }
    CursorPlace place = create(name, CursorDirectory.REPLAY, find(name, start, subscriber));
    boolean unused = place.open(subscriber);
    return cursorAt(place);
  }

  private CursorState find(String name, ReplayStart start, Subscriber subscriber) {
    try {
      return new ReplayStartFinder(open.segments, subscriber).find(start);
    } catch (IllegalStateException e) {
      throw new IllegalStateException("Could not replay for " + name + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not replay for " + name + ": " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized Optional<Cursor> unfinishedReplay(String name, Subscriber subscriber) {
    checkOpen();
    return remembered(name, CursorDirectory.REPLAY)
        .filter(place -> place.open(subscriber))
        .map(this::cursorAt);
  }

  /** As much as one of the log's segments may take. */
  @Override
  public synchronized DeadLetters deadLetters(String name) {
    checkOpen();
    Path directory = settings.directory().resolve("dead-letters").resolve(FileNames.encode(name));
    try {
      FileDeadLetters letters =
          FileDeadLetters.open(
              open.disk, directory, name, settings.segmentBytes(), time.clock(), open.damages);
      opened.put(name, letters);
      return letters;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Could not open the dead letters of " + name + " in " + directory + ": " + e, e);
    }
  }

  @Override
  public boolean survivesStop() {
    return true;
  }

  @Override
  public void listen(LogListener listener) {
    housekeeper.listen(listener);
  }

  @Override
  public LogStatus status() {
    return new LogReport(settings, open, writer).status();
  }

  /** One round of housekeeping, for tests that don't want to wait for its thread. */
  void keepHouse() throws IOException {
    housekeeper.step();
  }

  /** Waits until what it does at the moment is done; an interrupt doesn't change that. */
  @Override
  public synchronized void close() {
    closed = true;
    writer.refuse();
    thread.end();
    List<Closing> steps =
        List.of(housekeeper::finish, open.cursors::close, writer::close, this::leave);
    opened.values().forEach(letters -> attempt(letters::close));
    steps.forEach(this::attempt);
  }

  /** If the last sequence given can't be seen in any file, the next start must leap beyond it. */
  private void leave() throws IOException {
    long seen = Math.max(open.segments.lastSequence(), open.cursors.lastSequence());
    open.owner.leave(seen >= writer.lastSequence());
  }

  /** One step of the way out; each is gone, whatever became of the one before. */
  @FunctionalInterface
  private interface Closing {
    void run() throws IOException;
  }

  private void attempt(Closing step) {
    try {
      step.run();
    } catch (IOException | RuntimeException e) {
      LOGGER.log(Level.WARNING, "Could not close the journal in {0}: {1}", settings.directory(), e);
    }
  }

  @GuardedBy("this")
  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("Could not use the event log: it is closed");
    }
  }
}
