package dev.registrynotifications.host.servlet;

import dev.registrynotifications.host.http.HeaderNames;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Finds out what a client calls this registry, as distribution does: proxies are believed. */
final class PublicUrl {

  private PublicUrl() {}

  /** The registry's root, ending in a slash; a web application may have a path of its own. */
  static URI of(HttpServletRequest request) {
    String scheme = request.getScheme();
    String host = Optional.ofNullable(request.getHeader(HeaderNames.HOST)).orElse("");
    String forwardedScheme = first(request, HeaderNames.X_FORWARDED_PROTO).orElse(scheme);
    String forwardedHost = first(request, HeaderNames.X_FORWARDED_HOST).orElse(host);
    String path = request.getContextPath() + "/";
    return root(forwardedScheme, forwardedHost, path)
        .or(() -> root(scheme, host, path))
        .orElseGet(() -> own(request, path));
  }

  /** Every proxy adds its own to the list: the first one is nearest to the client. */
  private static Optional<String> first(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getHeader(name))
        .map(value -> value.split(",", 2)[0].strip())
        .filter(value -> !value.isEmpty());
  }

  private static Optional<URI> root(String scheme, String host, String path) {
    try {
      URI root = new URI(scheme + "://" + host + path);
      return root.getRawAuthority() != null && root.getRawPath().equals(path)
          ? Optional.of(root)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static URI own(HttpServletRequest request, String path) {
    return URI.create("http://127.0.0.1:" + request.getLocalPort() + path);
  }
}
