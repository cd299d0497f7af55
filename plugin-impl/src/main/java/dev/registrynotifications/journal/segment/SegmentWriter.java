package dev.registrynotifications.journal.segment;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes records at the end of a segment. For one thread at a time, but for {@link #sync}, which
 * may run beside a write and covers what was written before it began.
 */
public final class SegmentWriter implements Closeable {

  private final Segment segment;
  private final JournalFile file;
  private volatile long syncedLength;
  private volatile boolean unsyncable;

  private SegmentWriter(Segment segment, JournalFile file, long syncedLength) {
    this.segment = segment;
    this.file = file;
    this.syncedLength = syncedLength;
  }

  /** Makes a new segment, and sees to it that its file is there after a power cut. */
  public static SegmentWriter create(Disk disk, Path directory, long ordinal) throws IOException {
    Segment segment = Segment.empty(directory, ordinal);
    JournalFile file = disk.open(segment.path());
    try {
      file.truncate(0);
      disk.syncDirectory(directory);
    } catch (IOException e) {
      file.close();
      disk.delete(segment.path());
      throw e;
    }
    return new SegmentWriter(segment, file, 0);
  }

  /** Goes on with a segment, behind its last record. What it has may not be on the disk yet. */
  public static SegmentWriter resume(Disk disk, Segment segment) throws IOException {
    disk.delete(segment.keysPath());
    JournalFile file = disk.open(segment.path());
    if (file.length() > segment.length()) {
      file.truncate(segment.length());
    }
    return new SegmentWriter(segment, file, 0);
  }

  public Segment segment() {
    return segment;
  }

  /** Writes a record; when it fails, nothing of it is left, or only what readers pass over. */
  public void write(byte[] record, long sequence, long time) throws IOException {
    try {
      file.write(segment.length(), record, 0, record.length);
    } catch (IOException e) {
      cutBack(e);
      throw e;
    }
    segment.wrote(record.length, sequence, time);
  }

  private void cutBack(IOException failure) {
    try {
      file.truncate(segment.length());
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** Whether something was written since the last {@link #sync}. */
  public boolean isUnsynced() {
    return syncedLength < segment.length();
  }

  /** How many bytes are on the disk for sure. */
  public long syncedLength() {
    return syncedLength;
  }

  /**
   * Forces to the disk what was written before the call. Once that has failed it always fails: the
   * operating system tells of a failure only once, and may have forgotten what it couldn't write.
   */
  public void sync() throws IOException {
    long length = segment.length();
    if (syncedLength >= length) {
      return;
    }
    if (unsyncable) {
      throw new IOException(segment.path() + " could not be forced to the disk");
    }
    try {
      file.sync();
    } catch (IOException e) {
      unsyncable = true;
      throw e;
    }
    syncedLength = Math.max(syncedLength, length);
  }

  /** The same; returns whether it succeeded. */
  public boolean trySync() {
    try {
      sync();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
