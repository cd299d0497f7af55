package dev.registrynotifications.config.reader;

import dev.registrynotifications.config.yaml.MappingReader;
import dev.registrynotifications.config.yaml.YamlValue.Entry;
import dev.registrynotifications.config.yaml.YamlValue.Scalar;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code headers}, whose values no message quotes. */
final class HeadersReader {

  private static final URI ANYWHERE = URI.create("http://localhost/");

  /** A token: RFC 9110, section 5.6.2. */
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Set<String> OF_EACH_DELIVERY =
      Set.of(
          "webhook-id",
          "webhook-timestamp",
          "webhook-signature",
          "registry-notifications-sequence",
          "registry-notifications-replay");

  private final Interpolation interpolation;

  HeadersReader(Interpolation interpolation) {
    this.interpolation = interpolation;
  }

  /**
   * Reads them.
   *
   * @param signed whether the endpoint's deliveries are signed, which takes one more name
   */
  Map<String, List<String>> read(MappingReader reader, boolean signed) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Entry entry : reader.entries()) {
      List<String> values = values(reader, entry.key());
      Optional<String> mistake = mistake(entry.key(), values, signed);
      if (mistake.isPresent()) {
        reader.problem(entry.place(), entry.key(), mistake.get());
      } else {
        headers.put(entry.key(), values);
      }
    }
    return headers;
  }

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  private List<String> values(MappingReader reader, String name) {
    List<String> values = new ArrayList<>();
    for (Scalar value : reader.scalars(name)) {
      interpolation
          .replace(value.text(), reader.noting(name, value.place()))
          .ifPresent(values::add);
    }
    return values;
  }

  private static Optional<String> mistake(String name, List<String> values, boolean signed) {
    String lowerCase = name.toLowerCase(Locale.ROOT);
    if (!isName(name)) {
      return Optional.of(
          "is no header name; one has letters, digits and hyphens, and a colon and a blank behind");
    }
    if (!isAccepted(name, "x")) {
      return Optional.of("is set by the HTTP client itself and must be left out");
    }
    if (OF_EACH_DELIVERY.contains(lowerCase) || (signed && lowerCase.equals("x-signature"))) {
      return Optional.of("is set anew for each delivery and must be left out");
    }
    return values.stream().allMatch(value -> isAccepted(name, value))
        ? Optional.empty()
        : Optional.of("has a value with characters that no header may have, as line breaks are");
  }

  /** Asks the client that will send it, which has rules of its own beyond RFC 9110. */
  private static boolean isAccepted(String name, String value) {
    try {
      HttpRequest.newBuilder(ANYWHERE).header(name, value);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
