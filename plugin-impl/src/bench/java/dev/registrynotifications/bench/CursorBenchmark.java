package dev.registrynotifications.bench;

import dev.registrynotifications.bench.run.WorkDirectory;
import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.StartFrom;
import dev.registrynotifications.journal.file.FileEventLog;
import java.io.IOException;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs an endpoint's courier to read an event and to acknowledge it. */
@State(Scope.Thread)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx512m", "-Xbatch"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class CursorBenchmark {

  private static final long MAX_BYTES = 1L << 30;
  private static final int EVENTS = 200_000;

  /** How many are read before the newest of them is acknowledged first. */
  @Param({"1", "64"})
  public int inFlight;

  private WorkDirectory directory;
  private EventLog log;
  private Cursor cursor;
  private long[] unacknowledged = new long[0];
  private int read;
  private int opened;

  /** Makes a log with events in it. */
  @Setup
  public void open() throws IOException {
    directory = WorkDirectory.make();
    log = FileEventLog.open(LogSettings.in(directory, MAX_BYTES, false));
    SampleEvents samples = new SampleEvents();
    for (int i = 0; i < EVENTS; i++) {
      long unused = log.append(samples.key(i), samples.payload(i));
    }
    unacknowledged = new long[inFlight];
    cursor = anotherCursor();
  }

  private Cursor anotherCursor() {
    opened++;
    return log.cursor("endpoint-" + opened, StartFrom.EARLIEST, new EverythingSubscriber());
  }

  /** Takes it away. */
  @TearDown
  public void close() throws IOException {
    log.close();
    directory.close();
  }

  /** Reads one event and acknowledges one: at the end of the log another endpoint begins. */
  @Benchmark
  public LoggedEvent readAndAcknowledge() {
    LoggedEvent event = next();
    unacknowledged[read++] = event.sequence();
    if (read == inFlight) {
      while (read > 0) {
        cursor.ack(unacknowledged[--read]);
      }
    }
    return event;
  }

  private LoggedEvent next() {
    Optional<LoggedEvent> next = cursor.next();
    if (next.isPresent()) {
      return next.get();
    }
    cursor.close();
    read = 0;
    cursor = anotherCursor();
    return cursor.next().orElseThrow();
  }
}
