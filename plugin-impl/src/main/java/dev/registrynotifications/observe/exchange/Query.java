package dev.registrynotifications.observe.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A URL's query.
 *
 * <p>Not asked of the servlet request: it may read a body of form data to find its parameters.
 *
 * @param raw as it was sent; null if there was none
 */
record Query(@Nullable String raw) {

  private static final int MAX_LENGTH = 16_384;

  /** The first value of a parameter, decoded; empty if there is none, or none that can be read. */
  Optional<String> first(String name) {
    if (raw == null || raw.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String prefix = name + "=";
    return Arrays.stream(raw.split("&"))
        .filter(parameter -> parameter.startsWith(prefix))
        .findFirst()
        .flatMap(parameter -> decoded(parameter.substring(prefix.length())));
  }

  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(URLDecoder.decode(value, UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
