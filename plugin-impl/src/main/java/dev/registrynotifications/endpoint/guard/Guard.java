package dev.registrynotifications.endpoint.guard;

import dev.registrynotifications.config.TransportConfig.Safety;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Decides where requests may go, so that neither a configuration nor a redirect makes the registry
 * knock at doors of its own network.
 *
 * <p>What it can't do: the client resolves the host again when it connects, so that a name whose
 * addresses change between two look-ups (DNS rebinding) gets by when the JVM's cache (30 s by
 * default) ends between them. To connect to the address that was checked would take TLS's server
 * names and the {@code Host} header out of the client's hands. Behind a proxy it is the proxy that
 * resolves. Against both, let the network refuse, or name the hosts in {@code allowedHosts}.
 */
public final class Guard {

  private final Safety safety;
  private final Resolver resolver;

  public Guard(Safety safety, Resolver resolver) {
    this.safety = safety;
    this.resolver = resolver;
  }

  /** Why nothing may be sent there now, for people; empty if it may. */
  public Optional<String> refusal(URI target) {
    Origin origin = Origin.of(target);
    if (safety.requireHttps() && !origin.isEncrypted()) {
      return Optional.of("it is http, which requireHttps refuses");
    }
    if (!safety.allows(origin.host())) {
      return Optional.of("its host " + origin.host() + " is none of the allowedHosts");
    }
    return safety.denyPrivate() ? refusalOfAddresses(origin.host()) : Optional.empty();
  }

  /** Any private address will do: the client may pick any of them. */
  private Optional<String> refusalOfAddresses(String host) {
    try {
      return Arrays.stream(resolver.resolve(host))
          .flatMap(address -> refusalOf(address).stream())
          .findFirst();
    } catch (UnknownHostException e) {
      return Optional.of("its host " + host + " isn't known");
    }
  }

  private static Optional<String> refusalOf(InetAddress address) {
    return AddressRange.notPublic(address)
        .map(
            range ->
                "its address %s is %s, which private: deny refuses"
                    .formatted(address.getHostAddress(), range.kind()));
  }
}
