package dev.registrynotifications.config.reader;

import dev.registrynotifications.config.TransportConfig.Safety;
import dev.registrynotifications.config.yaml.MappingReader;
import dev.registrynotifications.config.yaml.YamlValue.Scalar;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads {@code url}. It may hold a password, so that messages never quote it. */
final class UrlReader {

  private static final int MAX_PORT = 65_535;
  private static final Url ANYWHERE = new Url(URI.create("http://localhost/"), false);

  private final Interpolation interpolation;

  UrlReader(Interpolation interpolation) {
    this.interpolation = interpolation;
  }

  /**
   * Reads it; after a mistake it is any.
   *
   * @param safety where it may point
   */
  Url read(MappingReader reader, Safety safety) {
    Optional<Scalar> url = reader.scalar("url");
    if (url.isEmpty()) {
      reader.problem(reader.place(), "url", "is missing; write where events are to be sent");
      return ANYWHERE;
    }
    String written = url.get().text();
    Consumer<String> mistakes = reader.noting("url", url.get().place());
    return interpolation
        .replace(written, mistakes)
        .flatMap(text -> parse(text, text.equals(written), mistakes))
        .filter(parsed -> isSafe(parsed.uri(), safety, mistakes))
        .orElse(ANYWHERE);
  }

  private static Optional<Url> parse(String text, boolean asWritten, Consumer<String> mistakes) {
    try {
      URI uri = new URI(text);
      if (isHttp(uri)) {
        return Optional.of(new Url(uri, !asWritten));
      }
      mistakes.accept(
          "must be http://HOST[:PORT]/… or https://HOST[:PORT]/…, with a port from 1 to 65535");
    } catch (URISyntaxException e) {
      boolean hasPlace = asWritten && e.getIndex() >= 0;
      String where = hasPlace ? " at its character " + (e.getIndex() + 1) : "";
      mistakes.accept("is no URL: " + e.getReason() + where);
    }
    return Optional.empty();
  }

  private static boolean isHttp(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https"))
        && uri.getHost() != null
        && uri.getPort() != 0
        && uri.getPort() <= MAX_PORT;
  }

  private static boolean isSafe(URI uri, Safety safety, Consumer<String> mistakes) {
    boolean secure = !safety.requireHttps() || uri.getScheme().equalsIgnoreCase("https");
    if (!secure) {
      mistakes.accept("must begin with https://, because requireHttps is true");
    }
    boolean allowed = safety.allows(uri.getHost());
    if (!allowed) {
      mistakes.accept("has a host that isn't among allowedHosts; add it there if it may be");
    }
    return secure && allowed;
  }

  /**
   * What was read.
   *
   * @param hasSecret whether a part of it came from outside of the configuration
   */
  record Url(URI uri, boolean hasSecret) {}
}
