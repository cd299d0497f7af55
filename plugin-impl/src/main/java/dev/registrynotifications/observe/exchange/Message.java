package dev.registrynotifications.observe.exchange;

import static java.util.Locale.ROOT;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request or an answer, as far as events depend on it: headers that matter, and what was seen of
 * the body.
 *
 * @param contentType {@code Content-Type}
 * @param contentLength {@code Content-Length}; negative if there is none
 * @param contentRange {@code Content-Range}
 * @param range the {@code Range} of an answer: what the registry has of an upload
 * @param contentEncoding {@code Content-Encoding}
 * @param contentDigest {@code Docker-Content-Digest}
 * @param bytes how many bytes of the body went by
 * @param content the body, if it is a manifest that was kept; it has an array
 */
public record Message(
    @Nullable String contentType,
    long contentLength,
    @Nullable String contentRange,
    @Nullable String range,
    @Nullable String contentEncoding,
    @Nullable String contentDigest,
    long bytes,
    @Nullable ByteBuffer content) {

  private static final Pattern RANGE =
      Pattern.compile("(?:bytes[ =])?(\\d{1,18})-(\\d{1,18})(?:/(\\d{1,18}|\\*))?");

  /** The type without its parameters, in small letters; empty if there is none. */
  String mediaType() {
    return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(ROOT);
  }

  /** The body's length: what went by, or else what was announced. */
  long length() {
    return bytes > 0 || contentLength < 0 ? bytes : contentLength;
  }

  /** The length of the whole content that the body is, or that it would be if it were sent. */
  OptionalLong wholeLength() {
    OptionalLong total = number(contentRange, 3);
    if (total.isPresent() || contentRange != null) {
      return total;
    }
    boolean isAnnounced = contentLength >= 0 && contentEncoding == null;
    return isAnnounced ? OptionalLong.of(contentLength) : OptionalLong.empty();
  }

  /** Whether the body begins in the midst of the whole content, by its {@code Content-Range}. */
  boolean isContinuation() {
    return number(contentRange, 1).orElse(0) > 0;
  }

  /** How far into the whole content the body goes, by its {@code Content-Range}. */
  OptionalLong end() {
    return afterLast(contentRange);
  }

  /** How much of an upload the registry has; empty if it says {@code 0-0}, which may mean none. */
  OptionalLong received() {
    OptionalLong end = afterLast(range);
    return end.equals(OptionalLong.of(1)) ? OptionalLong.empty() : end;
  }

  /** The body as it can be parsed or hashed; the answer to a HEAD has none. */
  Optional<ByteBuffer> readable() {
    return contentEncoding == null
        ? Optional.ofNullable(content).filter(ByteBuffer::hasRemaining)
        : Optional.empty();
  }

  private static OptionalLong afterLast(@Nullable String header) {
    OptionalLong last = number(header, 2);
    return last.isPresent() ? OptionalLong.of(last.getAsLong() + 1) : last;
  }

  private static OptionalLong number(@Nullable String header, int group) {
    Matcher matcher = RANGE.matcher(header == null ? "" : header.strip());
    if (!matcher.matches() || matcher.group(group) == null || matcher.group(group).equals("*")) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(matcher.group(group)));
  }
}
