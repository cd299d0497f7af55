package dev.registrynotifications.endpoint.http;

import dev.registrynotifications.config.PublicHeaders;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a request said in its headers and its URL out of what its answer says: servers that
 * show a request to whom they refuse it aren't rare, and the excerpt gets into the log. All headers
 * that may hold a secret and not just {@code Authorization}, because tokens travel under any name.
 */
final class Redaction {

  /** Shorter words are no secrets worth the name. */
  private static final int MIN_SECRET_LENGTH = 4;

  private static final int MIN_SEGMENT_LENGTH = 8;
  private static final Set<String> SCHEMES = Set.of("basic", "bearer", "digest", "token");

  /** So much of a secret may be left where the excerpt was cut off. */
  private static final int MAX_LEFTOVER_LENGTH = 3;

  private static final String REDACTED = "…";

  private final List<String> secrets;

  private Redaction(List<String> secrets) {
    this.secrets = secrets;
  }

  /** Will take out every longer word of these headers, of the URL's path and of its query. */
  static Redaction of(HttpHeaders headers, URI url) {
    Stream<String> ofHeaders =
        headers.map().entrySet().stream()
            .filter(header -> !PublicHeaders.contains(header.getKey()))
            .flatMap(header -> header.getValue().stream())
            .flatMap(value -> Arrays.stream(value.split("\\s+")));
    return new Redaction(
        Stream.concat(ofHeaders, words(url))
            .filter(word -> word.length() >= MIN_SECRET_LENGTH)
            .filter(word -> !SCHEMES.contains(word.toLowerCase(Locale.ROOT)))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList());
  }

  /** Paths are made of common words, too, which answers may need. */
  private static Stream<String> words(URI url) {
    Stream<String> ofPath =
        parts("/", url.getRawPath(), url.getPath()).filter(s -> s.length() >= MIN_SEGMENT_LENGTH);
    return Stream.concat(ofPath, parts("[&=]", url.getRawQuery(), url.getQuery()));
  }

  private static Stream<String> parts(String separator, @Nullable String... texts) {
    return Arrays.stream(texts)
        .filter(Objects::nonNull)
        .flatMap(text -> Arrays.stream(text.split(separator)));
  }

  /** The text without them, and without the beginning of one at its end. */
  String redact(String text) {
    String redacted = text;
    for (String secret : secrets) {
      redacted = withoutCutOff(redacted.replace(secret, REDACTED), secret);
    }
    return redacted;
  }

  private static String withoutCutOff(String text, String secret) {
    for (int length = secret.length() - 1; length > MAX_LEFTOVER_LENGTH; length--) {
      if (text.endsWith(secret.substring(0, length))) {
        return text.substring(0, text.length() - length) + REDACTED;
      }
    }
    return text;
  }
}
