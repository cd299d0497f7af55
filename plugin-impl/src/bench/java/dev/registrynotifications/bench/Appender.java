package dev.registrynotifications.bench;

import dev.registrynotifications.bench.run.WorkDirectory;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.StartFrom;
import dev.registrynotifications.journal.file.FileEventLog;
import dev.registrynotifications.journal.segment.RecordFormat;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** What events are appended to: a log, or something to compare it with. */
interface Appender extends AutoCloseable {

  /** Appends an event. For any thread. */
  long append(EventKey key, byte[] payload);

  @Override
  void close() throws IOException;

  /** The log that is measured, with cursors that nobody reads from. */
  static Appender file(WorkDirectory directory, int cursors) throws IOException {
    long maxBytes = 1L << 30;
    return log(FileEventLog.open(LogSettings.in(directory, maxBytes, false)), cursors);
  }

  /** The log in memory, full, with the bound that it has by default. */
  static Appender memory(int cursors) {
    long maxBytes = 64L << 20;
    return log(EventLog.inMemory(maxBytes, InstantSource.system()), cursors);
  }

  private static Appender log(EventLog log, int cursors) {
    SampleEvents.names("endpoint-", cursors)
        .forEach(name -> log.cursor(name, StartFrom.LATEST, new EverythingSubscriber()));
    return new OfLog(log);
  }

  /** Writes of as many bytes, under a lock, and nothing else: what no log can do without. */
  static Appender plainWrites(WorkDirectory directory) throws IOException {
    Path file = directory.path().resolve("plain");
    return new PlainWrites(new RandomAccessFile(file.toFile(), "rw"));
  }

  /** Appends to a log. */
  record OfLog(EventLog log) implements Appender {

    @Override
    public long append(EventKey key, byte[] payload) {
      return log.append(key, payload);
    }

    @Override
    public void close() {
      log.close();
    }
  }

  /** Begins again at the file's beginning when it is as long as a segment. */
  final class PlainWrites implements Appender {

    private static final long MAX_BYTES = 64L << 20;

    private final RandomAccessFile file;
    private long length;

    PlainWrites(RandomAccessFile file) {
      this.file = file;
    }

    @Override
    public synchronized long append(EventKey key, byte[] payload) {
      byte[] record = RecordFormat.encode(key, payload);
      try {
        if (length >= MAX_BYTES) {
          file.seek(0);
          length = 0;
        }
        file.write(record);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      length += record.length;
      return length;
    }

    @Override
    public synchronized void close() throws IOException {
      file.close();
    }
  }
}
