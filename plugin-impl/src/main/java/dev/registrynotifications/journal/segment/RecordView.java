package dev.registrynotifications.journal.segment;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.EventKey;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One intact record among other bytes. Nothing is copied until it is asked for: a filter decides on
 * the key, and most of what it refuses is never read further.
 */
@SuppressWarnings("ArrayRecordComponent") // A view of bytes that others own; compared by nobody.
public record RecordView(byte[] bytes, int offset, int length) {

  /** Its place in the log. */
  public long sequence() {
    return RecordFormat.sequence(bytes, offset);
  }

  /** When it was appended, in milliseconds since 1970. */
  public long time() {
    return RecordFormat.time(bytes, offset);
  }

  /** What filters decide on. */
  public EventKey key() {
    ByteBuffer key = buffer();
    byte code = key.get();
    Action action = RecordFormat.action(code);
    return new EventKey(action, text(key), text(key), text(key), RecordFormat.isHead(code));
  }

  /** The event's bytes, as a copy. */
  public byte[] payload() {
    int from = offset + length - payloadLength();
    return Arrays.copyOfRange(bytes, from, offset + length);
  }

  /** Whether there is anything behind its key. */
  public boolean hasPayload() {
    return payloadLength() > 0;
  }

  /** The whole record, as a copy. */
  public byte[] copy() {
    return Arrays.copyOfRange(bytes, offset, offset + length);
  }

  /** The same record without its payload. */
  byte[] withoutPayload() {
    byte[] record = RecordFormat.encode(key(), new byte[0]);
    RecordFormat.seal(record, sequence(), time());
    return record;
  }

  private int payloadLength() {
    ByteBuffer key = buffer();
    key.get();
    for (int texts = 0; texts < 3; texts++) {
      key.position(key.position() + Integer.BYTES + key.getInt(key.position()));
    }
    return key.remaining();
  }

  private ByteBuffer buffer() {
    int from = offset + RecordFormat.KEY_OFFSET;
    return ByteBuffer.wrap(bytes, from, length - RecordFormat.KEY_OFFSET);
  }

  private String text(ByteBuffer key) {
    int length = key.getInt();
    String text = new String(bytes, key.position(), length, UTF_8);
    key.position(key.position() + length);
    return text;
  }
}
