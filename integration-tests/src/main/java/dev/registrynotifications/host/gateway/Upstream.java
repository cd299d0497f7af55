package dev.registrynotifications.host.gateway;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The registry behind the gateway.
 *
 * @param root {@code http} or {@code https}, a host, a port perhaps, and a slash
 */
public record Upstream(URI root) {

  public Upstream {
    requireNonNull(root, "root");
    if (!isRoot(root)) {
      throw new IllegalArgumentException(
          "not http://HOST[:PORT] or https://HOST[:PORT], and nothing behind it");
    }
  }

  /** Reads a URL, whose slash at the end may be missing. */
  public static Upstream parse(String url) {
    try {
      return new Upstream(new URI(url.endsWith("/") ? url : url + "/"));
    } catch (URISyntaxException e) {
      // Without the URL: it may have a password in it.
      throw new IllegalArgumentException(
          "not http://HOST[:PORT] or https://HOST[:PORT]: " + e.getReason(), e);
    }
  }

  /**
   * A {@code Location} as clients of the gateway are to follow it: one that leads to the upstream
   * registry itself would lead them past the gateway.
   */
  String asSeenThrough(String location) {
    return location.startsWith(root.toString()) ? location.substring(origin().length()) : location;
  }

  /** Where a request goes; what the client asked for stays as it encoded it. */
  String origin() {
    return root.getScheme() + "://" + root.getRawAuthority();
  }

  /** A path of its own would be missing in the links that the registry answers with. */
  private static boolean isRoot(URI uri) {
    return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
        && uri.getHost() != null
        && uri.getRawUserInfo() == null
        && "/".equals(uri.getRawPath())
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }
}
