package dev.registrynotifications.journal.cursor;

import dev.registrynotifications.journal.CursorPosition;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What is kept of a cursor on the disk.
 *
 * @param base everything up to this sequence is done with
 * @param previous the last event up to the base that was for this cursor; 0 if there was none
 * @param until the last sequence of a replay; {@link #LIVE} for a cursor without an end
 * @param detachedAt since when nobody uses it, in milliseconds since 1970; 0 if it is in use
 * @param acked what is done with beyond the base; bit 0 stands for {@code base + 1}
 */
public record CursorState(long base, long previous, long until, long detachedAt, BitSet acked) {

  public static final long LIVE = Long.MAX_VALUE;

  /** How many bytes it takes at the most. */
  static final int MAX_BYTES = 6 * Long.BYTES + CursorPosition.WINDOW / Byte.SIZE;

  private static final int FIXED_BYTES = 6 * Long.BYTES;

  /** A live cursor's first state. */
  public static CursorState begin(long base, long previous) {
    return new CursorState(base, previous, LIVE, 0, new BitSet());
  }

  /** A replay's first state. */
  public static CursorState replay(long base, long previous, long until) {
    return new CursorState(base, previous, until, 0, new BitSet());
  }

  /** Of two in a file the one with the higher generation is the newer one. */
  record Generation(long number, CursorState state) {}

  /**
   * Its bytes:
   *
   * <pre>
   *  4  CRC-32C of all that follows
   *  4  how many bytes there are behind the first 48
   *  8  generation: higher in newer ones
   * 32  base, previous, until, detachedAt
   *  …  the bits of what is acknowledged beyond the base, lowest first
   * </pre>
   */
  byte[] encode(long generation) {
    byte[] bits = acked.toByteArray();
    ByteBuffer out = ByteBuffer.allocate(FIXED_BYTES + bits.length);
    out.position(Integer.BYTES);
    out.putInt(bits.length).putLong(generation);
    out.putLong(base).putLong(previous).putLong(until).putLong(detachedAt).put(bits);
    return out.putInt(0, checksum(out.array(), out.capacity())).array();
  }

  /** Reads it back; empty if the bytes were never written whole, or are damaged. */
  static Optional<Generation> decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int expected = in.getInt();
    int bits = in.getInt();
    if (bits < 0
        || bits > MAX_BYTES - FIXED_BYTES
        || expected != checksum(bytes, FIXED_BYTES + bits)) {
      return Optional.empty();
    }
    long generation = in.getLong();
    long base = in.getLong();
    long previous = in.getLong();
    long until = in.getLong();
    long detachedAt = in.getLong();
    BitSet acked = BitSet.valueOf(in.limit(FIXED_BYTES + bits));
    return Optional.of(
        new Generation(generation, new CursorState(base, previous, until, detachedAt, acked)));
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, Integer.BYTES, length - Integer.BYTES);
    return (int) crc.getValue();
  }
}
