package dev.registrynotifications.journal.segment;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.EventKey;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * How a record lies in a file; numbers are big-endian:
 *
 * <pre>
 *  offset  bytes
 *       0      4  marker: FF 'R' 'N', and 01, the version of this format
 *       4      4  length of the whole record, this header included
 *       8      4  CRC-32C (RFC 3720, B.4) of all that follows
 *      12      8  sequence
 *      20      8  time it was appended, in milliseconds since 1970 (UTC)
 *      28      1  action: 1 pull, 2 push, 3 mount, 4 delete; 128 more if it was a HEAD request
 *      29      4  length of the media type in bytes, then the media type
 *              4  length of the repository's name, then the name
 *              4  length of the tag, then the tag
 *                 the payload, up to the record's end
 * </pre>
 *
 * <p>All texts and payloads are UTF-8, which has no byte FF: so nothing that a client can cause to
 * be written looks like a marker, and reading can find the next record behind a damaged one.
 * Rejected: blocks of fixed size, which waste space or cut records in two.
 */
public final class RecordFormat {

  /** The longest record, in bytes. What is longer is no record. */
  public static final int MAX_LENGTH = 16 * 1024 * 1024;

  static final byte MARKER_START = (byte) 0xFF;
  static final int KEY_OFFSET = 28;
  static final int MIN_LENGTH = KEY_OFFSET + 1 + 3 * Integer.BYTES;

  private static final int HEAD = 0x80;
  private static final int MARKER = 0xFF524E01;
  private static final int LENGTH_OFFSET = 4;
  private static final int CHECKSUM_OFFSET = 8;
  private static final int SEQUENCE_OFFSET = 12;
  private static final int TIME_OFFSET = 20;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private RecordFormat() {}

  /**
   * A record without its sequence and time.
   *
   * @throws IllegalArgumentException if it would be longer than {@link #MAX_LENGTH}
   */
  public static byte[] encode(EventKey key, byte[] payload) {
    byte[] mediaType = key.mediaType().getBytes(UTF_8);
    byte[] repository = key.repository().getBytes(UTF_8);
    byte[] tag = key.tag().getBytes(UTF_8);
    long length =
        (long) MIN_LENGTH + mediaType.length + repository.length + tag.length + payload.length;
    if (length > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "Could not append an event of " + length + " bytes: the most is " + MAX_LENGTH);
    }
    ByteBuffer record = ByteBuffer.allocate((int) length);
    record.putInt(MARKER).putInt((int) length).position(KEY_OFFSET);
    record.put((byte) (code(key.action()) | (key.head() ? HEAD : 0)));
    record.putInt(mediaType.length).put(mediaType);
    record.putInt(repository.length).put(repository);
    record.putInt(tag.length).put(tag);
    record.put(payload);
    return record.array();
  }

  /** Completes a record, in place. */
  public static void seal(byte[] record, long sequence, long time) {
    LONG.set(record, SEQUENCE_OFFSET, sequence);
    LONG.set(record, TIME_OFFSET, time);
    INT.set(record, CHECKSUM_OFFSET, checksum(record, 0, record.length));
  }

  /** The length that the record at that offset claims; 0 if no record can begin there. */
  static int claimedLength(byte[] bytes, int offset) {
    int length = (int) INT.get(bytes, offset + LENGTH_OFFSET);
    boolean plausible = length >= MIN_LENGTH && length <= MAX_LENGTH;
    return plausible && (int) INT.get(bytes, offset) == MARKER ? length : 0;
  }

  static boolean isIntact(byte[] bytes, int offset, int length) {
    return (int) INT.get(bytes, offset + CHECKSUM_OFFSET) == checksum(bytes, offset, length);
  }

  private static int checksum(byte[] bytes, int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, offset + SEQUENCE_OFFSET, length - SEQUENCE_OFFSET);
    return (int) crc.getValue();
  }

  static long sequence(byte[] bytes, int offset) {
    return (long) LONG.get(bytes, offset + SEQUENCE_OFFSET);
  }

  static long time(byte[] bytes, int offset) {
    return (long) LONG.get(bytes, offset + TIME_OFFSET);
  }

  private static int code(Action action) {
    return switch (action) {
      case PULL -> 1;
      case PUSH -> 2;
      case MOUNT -> 3;
      case DELETE -> 4;
      case PING -> throw new IllegalArgumentException("a ping isn't kept in a log");
    };
  }

  static boolean isHead(byte code) {
    return (code & HEAD) != 0;
  }

  static Action action(byte code) {
    return switch (code & ~HEAD & 0xFF) {
      case 1 -> Action.PULL;
      case 2 -> Action.PUSH;
      case 3 -> Action.MOUNT;
      case 4 -> Action.DELETE;
      default -> throw new IllegalArgumentException("not the code of an action: " + code);
    };
  }
}
