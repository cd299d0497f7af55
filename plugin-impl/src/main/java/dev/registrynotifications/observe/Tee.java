package dev.registrynotifications.observe;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Counts the bytes that go by, and keeps them if there is a reason to and they aren't too many.
 * Safe for use by several threads: an answer may begin while the request is still being read.
 */
final class Tee extends OutputStream {

  /** What registries take as a manifest at the most, by custom. */
  static final int MAX_KEPT_BYTES = 4 * 1024 * 1024;

  private final boolean keeps;
  private @Nullable ByteArrayOutputStream kept;
  private long count;

  private Tee(boolean keeps) {
    this.keeps = keeps;
    kept = keeps ? new ByteArrayOutputStream() : null;
  }

  static Tee keeping(boolean keeps) {
    return new Tee(keeps);
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    count += length;
    if (kept != null && count <= MAX_KEPT_BYTES) {
      kept.write(bytes, offset, length);
    } else {
      kept = null;
    }
  }

  /** Forgets what went by. */
  synchronized void clear() {
    kept = keeps ? new ByteArrayOutputStream() : null;
    count = 0;
  }

  synchronized long count() {
    return count;
  }

  /** All that went by; null if it wasn't kept. */
  synchronized @Nullable ByteBuffer content() {
    return kept == null ? null : ByteBuffer.wrap(kept.toByteArray());
  }
}
