package dev.registrynotifications.host.http;

import java.util.Map;

/** Refuses methods that a resource doesn't have. */
public final class Methods {

  private Methods() {}

  /** The error to throw; the resource allows these. */
  public static RegistryException notAllowed(Exchange exchange, String allowed) {
    exchange.with(HeaderNames.ALLOW, allowed);
    return new RegistryException(ErrorCode.UNSUPPORTED, Map.of("method", exchange.method()));
  }
}
