package dev.registrynotifications.host.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Finds out what a client calls this registry, as distribution does: proxies are believed. */
final class PublicUrl {

  private PublicUrl() {}

  /** The registry's root, ending in a slash. */
  static URI of(Request request) {
    String scheme = request.getHttpURI().getScheme();
    String host = Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST)).orElse("");
    String forwardedScheme = first(request, HttpHeader.X_FORWARDED_PROTO).orElse(scheme);
    String forwardedHost = first(request, HttpHeader.X_FORWARDED_HOST).orElse(host);
    return root(forwardedScheme, forwardedHost)
        .or(() -> root(scheme, host))
        .orElseGet(() -> own(request));
  }

  /** Every proxy adds its own to the list: the first one is nearest to the client. */
  private static Optional<String> first(Request request, HttpHeader name) {
    return Optional.ofNullable(request.getHeaders().get(name))
        .map(value -> value.split(",", 2)[0].strip())
        .filter(value -> !value.isEmpty());
  }

  private static Optional<URI> root(String scheme, String host) {
    try {
      URI root = new URI(scheme + "://" + host + "/");
      return root.getRawAuthority() != null && root.getRawPath().equals("/")
          ? Optional.of(root)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static URI own(Request request) {
    return URI.create("http://127.0.0.1:" + Request.getLocalPort(request) + "/");
  }
}
