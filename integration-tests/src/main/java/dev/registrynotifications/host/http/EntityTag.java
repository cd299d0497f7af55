package dev.registrynotifications.host.http;

import dev.registrynotifications.registry.Digest;
import java.util.Arrays;
import java.util.Optional;

/** Digests as entity tags of conditional requests (RFC 9110, section 13). */
public final class EntityTag {

  private EntityTag() {}

  public static String of(Digest digest) {
    return "\"" + digest + "\"";
  }

  /** Whether the client asks not to be sent what it has. */
  public static boolean isAskedFor(Exchange exchange) {
    return exchange.header(HeaderNames.IF_NONE_MATCH).isPresent();
  }

  /** Whether the client asks not to be sent what it has, and has this. */
  public static boolean isHadByClient(Exchange exchange, Digest digest) {
    return exchange
        .header(HeaderNames.IF_NONE_MATCH)
        .filter(tags -> match(tags, digest))
        .isPresent();
  }

  /** Whether a range is asked for of this version, or of any. */
  public static boolean isRangeOf(Exchange exchange, Digest digest) {
    Optional<String> ifRange = exchange.header(HeaderNames.IF_RANGE);
    return ifRange.isEmpty() || ifRange.get().equals(of(digest));
  }

  private static boolean match(String tags, Digest digest) {
    return Arrays.stream(tags.split(","))
        .map(String::strip)
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        // Distribution takes digests without quotes, so clients send them.
        .anyMatch(
            tag -> tag.equals("*") || tag.equals(of(digest)) || tag.equals(digest.toString()));
  }
}
