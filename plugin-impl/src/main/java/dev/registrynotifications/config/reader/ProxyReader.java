package dev.registrynotifications.config.reader;

import dev.registrynotifications.config.TransportConfig;
import dev.registrynotifications.config.TransportConfig.Proxy;
import dev.registrynotifications.config.yaml.MappingReader;
import dev.registrynotifications.config.yaml.YamlValue.Scalar;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads {@code proxy}: what {@code java.net.http} can use, which is plain HTTP to the proxy without
 * a password. Messages never quote it: it may hold one nevertheless.
 */
final class ProxyReader {

  private static final int MAX_PORT = 65_535;
  private static final String FORM =
      "must be none or http://HOST:PORT, with a port from 1 to 65535";

  private final Interpolation interpolation;

  ProxyReader(Interpolation interpolation) {
    this.interpolation = interpolation;
  }

  Proxy read(MappingReader reader) {
    Optional<Scalar> proxy = reader.scalar("proxy");
    if (proxy.isEmpty()) {
      return TransportConfig.DEFAULT.proxy();
    }
    Consumer<String> mistakes = reader.noting("proxy", proxy.get().place());
    return interpolation
        .replace(proxy.get().text(), mistakes)
        .flatMap(text -> parse(text, mistakes))
        .orElse(TransportConfig.DEFAULT.proxy());
  }

  private static Optional<Proxy> parse(String text, Consumer<String> mistakes) {
    if (text.equals("none")) {
      return Optional.of(new Proxy.None());
    }
    try {
      URI uri = new URI(text);
      Optional<String> mistake = mistake(uri);
      mistake.ifPresent(mistakes);
      return mistake.isPresent() ? Optional.empty() : Optional.of(new Proxy.At(uri));
    } catch (URISyntaxException e) {
      mistakes.accept(FORM);
      return Optional.empty();
    }
  }

  private static Optional<String> mistake(URI uri) {
    if ("https".equalsIgnoreCase(uri.getScheme())) {
      return Optional.of("must be http://HOST:PORT: the HTTP client speaks no TLS to a proxy");
    }
    if (uri.getRawUserInfo() != null) {
      return Optional.of("must have no user information: the HTTP client sends none to a proxy");
    }
    return isPlain(uri) ? Optional.empty() : Optional.of(FORM);
  }

  private static boolean isPlain(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme())
        && uri.getHost() != null
        && uri.getPort() > 0
        && uri.getPort() <= MAX_PORT
        && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }
}
