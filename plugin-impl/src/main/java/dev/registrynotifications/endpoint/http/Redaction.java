package dev.registrynotifications.endpoint.http;

import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Takes what a request said in its headers out of what its answer says: servers that show a request
 * to whom they refuse it aren't rare, and the excerpt gets into the log. All headers that may hold
 * a secret and not just {@code Authorization}, because tokens travel under any name.
 */
final class Redaction {

  private static final Set<String> HARMLESS = Set.of("content-type", "user-agent");

  /** Shorter words, {@code Bearer} for example, are no secrets worth the name. */
  private static final int MIN_SECRET_LENGTH = 8;

  /** So much of a secret may be left where the excerpt was cut off. */
  private static final int MAX_LEFTOVER_LENGTH = 3;

  private static final String REDACTED = "…";

  private final List<String> secrets;

  private Redaction(List<String> secrets) {
    this.secrets = secrets;
  }

  /** Will take out every longer word of these headers. */
  static Redaction of(HttpHeaders headers) {
    return new Redaction(
        headers.map().entrySet().stream()
            .filter(header -> !HARMLESS.contains(header.getKey().toLowerCase(Locale.ROOT)))
            .flatMap(header -> header.getValue().stream())
            .flatMap(value -> Arrays.stream(value.split("\\s+")))
            .filter(word -> word.length() >= MIN_SECRET_LENGTH)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList());
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
