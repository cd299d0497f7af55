package dev.registrynotifications.endpoint.guard;

import com.google.common.net.InetAddresses;
import dev.registrynotifications.config.EndpointConfig;
import java.util.Optional;

/**
 * Decides whether an operator is to be warned that an endpoint is notified without encryption. A
 * warning and no refusal: existing configurations go on working.
 */
public final class PlainHttp {

  private PlainHttp() {}

  /** What to say; empty if requests are encrypted, or don't leave the machine. */
  public static Optional<String> warning(EndpointConfig config) {
    Origin origin = Origin.of(config.url());
    if (origin.isEncrypted() || isThisMachine(origin.host())) {
      return Optional.empty();
    }
    return Optional.of(
        "Endpoint "
            + config.name()
            + " is notified over plain http: anybody on the way can read and change its events;"
            + " https keeps them, and the headers sent with them, to the endpoint");
  }

  /** Without asking anybody for the address of a name. */
  private static boolean isThisMachine(String host) {
    return host.equals("localhost")
        || (InetAddresses.isUriInetAddress(host)
            && InetAddresses.forUriString(host).isLoopbackAddress());
  }
}
