package dev.registrynotifications.host.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a blob, as asked for by {@code Range} (RFC 9110, section 14).
 *
 * @param start the first byte
 * @param end the last byte, inclusive
 */
public record ByteRange(long start, long end) {

  private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

  /**
   * Reads a header's value.
   *
   * @return the range within the blob; empty if the header is to be ignored, as for several ranges
   * @throws UnsatisfiableException if no byte of it is in the blob
   */
  public static Optional<ByteRange> parse(String header, long size) throws UnsatisfiableException {
    Matcher matcher = ONE.matcher(header);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String first = matcher.group(1);
    String last = matcher.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? Optional.empty() : Optional.of(suffix(Long.parseLong(last), size));
    }
    long start = Long.parseLong(first);
    long end = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
    return end < start ? Optional.empty() : Optional.of(within(start, end, size));
  }

  public long length() {
    return end - start + 1;
  }

  /** As {@code Content-Range} tells it. */
  public String in(long size) {
    return "bytes " + start + "-" + end + "/" + size;
  }

  private static ByteRange suffix(long length, long size) throws UnsatisfiableException {
    if (length == 0) {
      throw new UnsatisfiableException();
    }
    return within(Math.max(0, size - length), Long.MAX_VALUE, size);
  }

  private static ByteRange within(long start, long end, long size) throws UnsatisfiableException {
    if (start >= size) {
      throw new UnsatisfiableException();
    }
    return new ByteRange(start, Math.min(end, size - 1));
  }

  /** Nothing of the blob was asked for. */
  public static final class UnsatisfiableException extends Exception {}
}
