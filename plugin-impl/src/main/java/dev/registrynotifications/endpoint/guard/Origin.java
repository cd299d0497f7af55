package dev.registrynotifications.endpoint.guard;

import java.net.URI;
import java.util.Locale;

/**
 * What a secret that was meant for one URL may be shown to: the same scheme, host and port (RFC
 * 6454, 4). Equal if written differently, {@code HTTPS://CI.example:443} for example.
 *
 * @param scheme in small letters
 * @param host in small letters
 * @param port the one that is connected to
 */
public record Origin(String scheme, String host, int port) {

  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  /** The origin of an absolute http or https URL. */
  public static Origin of(URI url) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    int byDefault = scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
    int port = url.getPort() < 0 ? byDefault : url.getPort();
    return new Origin(scheme, url.getHost().toLowerCase(Locale.ROOT), port);
  }

  public boolean isEncrypted() {
    return scheme.equals("https");
  }
}
