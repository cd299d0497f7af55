package dev.registrynotifications.journal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The keys of a complete segment, in a file beside it: the segment's records without their
 * payloads, in the same format, and a footer with the segment's summary. Whoever counts or looks
 * for events reads a tenth of the bytes; opening a log reads footers only.
 *
 * <pre>
 *  bytes of the footer
 *      8  CRC-32C of the records before it
 *     48  records, first sequence, last sequence, last time, end, length of the segment's file
 *      8  CRC-32C of the 56 bytes before
 * </pre>
 *
 * <p>It is made from the segment and can be made again: nothing is lost with it. Rejected: a table
 * of keys and how often they occur, which is smaller only where tags repeat and can't tell what is
 * behind a cursor in the middle of a segment.
 */
public final class KeyIndex {

  private static final int FOOTER_BYTES = 8 * Long.BYTES;
  private static final int CHUNK_BYTES = 64 * 1024;

  private KeyIndex() {}

  /**
   * Reads the summary of a segment; empty if there is no good index.
   *
   * @param length how long the segment's file is: behind its records there may be half a one
   */
  public static Optional<SegmentSummary> summary(Disk disk, Segment segment, long length) {
    try (JournalFile file = disk.openToRead(segment.keysPath())) {
      return footer(file).filter(footer -> footer.length <= length).map(Footer::summary);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** How many bytes of the index are records; empty if one of them is damaged, or all are gone. */
  public static Optional<Long> verifiedLength(Disk disk, Segment segment) throws IOException {
    try (JournalFile file = disk.openToRead(segment.keysPath())) {
      Optional<Footer> footer = footer(file);
      long length = file.length() - FOOTER_BYTES;
      return footer.isPresent() && checksum(file, length) == footer.get().checksum
          ? Optional.of(length)
          : Optional.empty();
    }
  }

  /** Makes the index of a segment that nobody writes to any more. */
  static void write(Disk disk, Segment segment) throws IOException {
    var temporary = segment.keysPath().resolveSibling(segment.keysPath().getFileName() + ".new");
    try (SegmentReader reader = SegmentReader.open(disk, segment.path(), DamageListener.NONE);
        JournalFile file = disk.open(temporary)) {
      file.truncate(0);
      ChunkWriter out = new ChunkWriter(file);
      while (reader.advance(segment.length())) {
        out.write(reader.current().withoutPayload());
      }
      out.write(new Footer(out.checksum(), segment.summary(), segment.length()).encode());
      out.flush();
    } catch (IOException e) {
      disk.delete(temporary);
      throw e;
    }
    disk.rename(temporary, segment.keysPath());
  }

  private static Optional<Footer> footer(JournalFile file) throws IOException {
    long at = file.length() - FOOTER_BYTES;
    byte[] bytes = new byte[FOOTER_BYTES];
    boolean complete = at >= 0 && file.read(at, bytes, 0, FOOTER_BYTES) == FOOTER_BYTES;
    return complete ? Footer.decode(bytes) : Optional.empty();
  }

  private static long checksum(JournalFile file, long length) throws IOException {
    CRC32C crc = new CRC32C();
    byte[] chunk = new byte[CHUNK_BYTES];
    for (long at = 0; at < length; ) {
      int count = file.read(at, chunk, 0, (int) Math.min(CHUNK_BYTES, length - at));
      if (count < 0) {
        return -1;
      }
      crc.update(chunk, 0, count);
      at += count;
    }
    return crc.getValue();
  }

  /** The end of the file. */
  private record Footer(long checksum, SegmentSummary summary, long length) {

    static Optional<Footer> decode(byte[] bytes) {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      Footer footer =
          new Footer(
              in.getLong(),
              new SegmentSummary(
                  in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong()),
              in.getLong());
      return in.getLong() == checksum(bytes) ? Optional.of(footer) : Optional.empty();
    }

    byte[] encode() {
      ByteBuffer out = ByteBuffer.allocate(FOOTER_BYTES);
      out.putLong(checksum).putLong(summary.records()).putLong(summary.firstSequence());
      out.putLong(summary.lastSequence()).putLong(summary.lastTime()).putLong(summary.end());
      out.putLong(length);
      return out.putLong(checksum(out.array())).array();
    }

    private static long checksum(byte[] footer) {
      CRC32C crc = new CRC32C();
      crc.update(footer, 0, FOOTER_BYTES - Long.BYTES);
      return crc.getValue();
    }
  }

  /** Collects small pieces for few writes. */
  private static final class ChunkWriter {

    private final JournalFile file;
    private final CRC32C crc = new CRC32C();
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
    private long written;

    ChunkWriter(JournalFile file) {
      this.file = file;
    }

    void write(byte[] bytes) throws IOException {
      crc.update(bytes);
      if (bytes.length > chunk.remaining()) {
        flush();
      }
      if (bytes.length > CHUNK_BYTES) {
        put(bytes, bytes.length);
      } else {
        chunk.put(bytes);
      }
    }

    long checksum() {
      return crc.getValue();
    }

    void flush() throws IOException {
      put(chunk.array(), chunk.position());
      chunk.clear();
    }

    private void put(byte[] bytes, int length) throws IOException {
      file.write(written, bytes, 0, length);
      written += length;
    }
  }
}
