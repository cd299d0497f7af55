package dev.registrynotifications.endpoint.guard;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Understands {@code Location} (RFC 9110, 10.2.2).
 *
 * <p>{@link URI#resolve(URI)} alone follows RFC 2396: at {@code http://host} it would take {@code
 * x} for {@code http://hostx}, and at {@code /a/b} a query for one of {@code /a/}.
 */
public final class Location {

  private static final int MAX_PORT = 65_535;

  private Location() {}

  /** Where it leads from a URL that has it in its answer; empty if nothing can be sent there. */
  public static Optional<URI> resolve(URI base, String location) {
    if (location.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI rooted = base.getRawPath().isEmpty() ? base.resolve("/") : base;
      URI target =
          location.startsWith("?")
              ? new URI(withoutQuery(rooted) + location)
              : rooted.resolve(new URI(location));
      return isUsable(target) ? Optional.of(asAskedFor(target)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String withoutQuery(URI url) {
    return url.toString().replaceFirst("\\?.*", "");
  }

  private static boolean isUsable(URI target) {
    String scheme = target.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https"))
        && target.getHost() != null
        && target.getPort() != 0
        && target.getPort() <= MAX_PORT;
  }

  /** Without user information, which is sent in a header if at all, and without a fragment. */
  public static URI asAskedFor(URI url) {
    String text = url.toString();
    if (url.getRawFragment() != null) {
      text = text.substring(0, text.indexOf('#'));
    }
    return URI.create(url.getRawUserInfo() == null ? text : text.replaceFirst("//[^/@]*@", "//"));
  }

  /** Where a URL leads, for people: not its path, which may be a secret. */
  public static String display(URI url) {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return url.getScheme() + "://" + url.getHost() + port;
  }
}
