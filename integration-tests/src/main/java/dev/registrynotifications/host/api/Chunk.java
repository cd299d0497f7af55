package dev.registrynotifications.host.api;

import dev.registrynotifications.host.http.ByteRange;
import dev.registrynotifications.host.http.ErrorCode;
import dev.registrynotifications.host.http.Exchange;
import dev.registrynotifications.host.http.HeaderNames;
import dev.registrynotifications.host.http.RegistryException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a blob that a request says it brings (OCI distribution specification, "Pushing a blob
 * in chunks").
 *
 * @param range by {@code Content-Range}; empty if the request doesn't say: it is what comes next
 */
record Chunk(Optional<ByteRange> range) {

  private static final Pattern CONTENT_RANGE = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

  /** Reads the headers, and refuses those that don't fit each other. */
  static Chunk of(Exchange exchange) {
    Chunk chunk = new Chunk(exchange.header(HeaderNames.CONTENT_RANGE).map(Chunk::parse));
    if (exchange.bodyLength() >= 0) {
      chunk.checkLength(exchange.bodyLength());
    }
    return chunk;
  }

  /** Refuses a gap or an overlap. */
  void checkFollows(long size) {
    if (range.isPresent() && range.get().start() != size) {
      throw outOfOrder(
          "the upload has " + size + " bytes, the chunk starts at " + range.get().start());
    }
  }

  /** Refuses another number of bytes than was announced. */
  void checkLength(long length) {
    if (range.isPresent() && range.get().length() != length) {
      throw new RegistryException(
          ErrorCode.SIZE_INVALID, Map.of("announced", range.get().length(), "received", length));
    }
  }

  private static ByteRange parse(String header) {
    Matcher matcher = CONTENT_RANGE.matcher(header);
    if (!matcher.matches()) {
      throw outOfOrder("not a Content-Range: " + header);
    }
    return new ByteRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }

  private static RegistryException outOfOrder(String reason) {
    return new RegistryException(ErrorCode.BLOB_UPLOAD_INVALID, 416, Map.of("reason", reason));
  }
}
