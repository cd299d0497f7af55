package dev.registrynotifications.bench.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads requests, one after the other, as our own clients write them: a head that fits into a
 * buffer, a length of the body, and no request before the last one is answered.
 */
final class RequestReader {

  private static final int BUFFER_BYTES = 64 * 1024;
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final String LENGTH = "\r\nContent-Length: ";

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];

  RequestReader(InputStream in) {
    this.in = in;
  }

  /** The next request's head, when its body is there, too; empty if none comes any more. */
  Optional<String> next() throws IOException {
    int filled = 0;
    for (int count = read(filled); count > 0; count = read(filled)) {
      filled += count;
      String seen = new String(buffer, 0, filled, ISO_8859_1);
      int end = seen.indexOf(END_OF_HEAD);
      if (end >= 0) {
        String head = seen.substring(0, end + END_OF_HEAD.length());
        skip(head.length() + bodyLength(head) - filled);
        return Optional.of(head);
      }
    }
    return Optional.empty();
  }

  private int read(int filled) throws IOException {
    return in.read(buffer, filled, BUFFER_BYTES - filled);
  }

  private static long bodyLength(String head) {
    int start = head.indexOf(LENGTH) + LENGTH.length();
    return Long.parseLong(head, start, head.indexOf('\r', start), 10);
  }

  private void skip(long bytes) throws IOException {
    for (long rest = bytes; rest > 0; ) {
      int count = in.read(buffer, 0, (int) Math.min(rest, BUFFER_BYTES));
      if (count < 0) {
        throw new EOFException("the request's body is cut short");
      }
      rest -= count;
    }
  }
}
