package dev.registrynotifications.journal.segment;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a file one after another, also while it is written, and passes over what is
 * damaged: behind a bad record it looks for the next one, byte by byte. For one thread at a time.
 *
 * <p>Never reads beyond a limit that the caller knows to be written: what lies behind may be half a
 * record. Rejected: mapping the file, which can't be unmapped for sure and ends the process when
 * the disk fails.
 */
public final class SegmentReader implements Closeable {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final Path path;
  private final JournalFile file;
  private final DamageListener damages;
  private byte[] buffer = new byte[BUFFER_BYTES];
  private int start;
  private int end;
  private long position;
  private @Nullable RecordView current;

  private SegmentReader(Path path, JournalFile file, DamageListener damages) {
    this.path = path;
    this.file = file;
    this.damages = damages;
  }

  /** Opens a file to read it from its beginning. */
  public static SegmentReader open(Disk disk, Path path, DamageListener damages)
      throws IOException {
    return new SegmentReader(path, disk.openToRead(path), damages);
  }

  /** Reads on from that offset, where a record begins. To be called before anything is read. */
  public void startAt(long offset) {
    position = offset;
  }

  /**
   * Moves to the next intact record.
   *
   * @param limit how many bytes of the file are whole records; never less than the time before
   * @return whether there is one before the limit
   */
  public boolean advance(long limit) throws IOException {
    long damagedFrom = -1;
    while (position < limit) {
      int length = recordLength(limit);
      if (length > 0) {
        report(damagedFrom);
        current = new RecordView(buffer, start, length);
        consume(length);
        return true;
      }
      damagedFrom = damagedFrom < 0 ? position : damagedFrom;
      skipToNextMarker(limit);
    }
    report(damagedFrom);
    return false;
  }

  /** The record moved to last. It is gone with the next move. */
  public RecordView current() {
    if (current == null) {
      throw new IllegalStateException("Could not read a record: none was moved to");
    }
    return current;
  }

  /** Where the record moved to last ends: the offset of the next one. */
  public long position() {
    return position;
  }

  private void report(long damagedFrom) {
    if (damagedFrom >= 0) {
      damages.onDamage(path, damagedFrom, position - damagedFrom);
    }
  }

  /** The length of the intact record at this position; 0 if there is none. */
  private int recordLength(long limit) throws IOException {
    long left = limit - position;
    if (left < RecordFormat.MIN_LENGTH || !fill(RecordFormat.MIN_LENGTH, limit)) {
      return 0;
    }
    int length = RecordFormat.claimedLength(buffer, start);
    if (length == 0 || length > left || !fill(length, limit)) {
      return 0;
    }
    return RecordFormat.isIntact(buffer, start, length) ? length : 0;
  }

  private void skipToNextMarker(long limit) throws IOException {
    int skip = 1;
    while (position < limit) {
      if (!fill(1, limit)) {
        // The file is shorter than it was.
        position = limit;
        return;
      }
      int i = start + skip;
      while (i < end && buffer[i] != RecordFormat.MARKER_START) {
        i++;
      }
      consume(i - start);
      if (start < end) {
        return;
      }
      skip = 0;
    }
  }

  private void consume(int bytes) {
    start += bytes;
    position += bytes;
  }

  /** Sees to it that so many bytes are in the buffer. Returns false if the file is too short. */
  private boolean fill(int bytes, long limit) throws IOException {
    if (end - start >= bytes) {
      return true;
    }
    makeRoomFor(bytes);
    while (end - start < bytes) {
      long at = position + (end - start);
      int wanted = (int) Math.min(buffer.length - end, limit - at);
      int count = wanted <= 0 ? -1 : file.read(at, buffer, end, wanted);
      if (count < 0) {
        return false;
      }
      end += count;
    }
    return true;
  }

  /** A new array where a long record needs one, or where one needed it before. */
  private void makeRoomFor(int bytes) {
    int size = Math.max(bytes, BUFFER_BYTES);
    byte[] target = buffer.length == size ? buffer : new byte[size];
    System.arraycopy(buffer, start, target, 0, end - start);
    buffer = target;
    end -= start;
    start = 0;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
