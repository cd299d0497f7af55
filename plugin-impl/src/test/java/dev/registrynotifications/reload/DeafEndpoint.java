package dev.registrynotifications.reload;

import dev.registrynotifications.Patience;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.EndpointConfigBuilder;
import java.net.URI;

/**
 * An endpoint that nobody answers for, and that is tried again at once: its events stay pending.
 */
final class DeafEndpoint {

  private static final URI NOWHERE = URI.create("http://127.0.0.1:1/");

  private DeafEndpoint() {}

  static EndpointConfigBuilder named(String name) {
    return EndpointConfig.to(name, NOWHERE).transport(Patience.TRANSPORT).retry(Retries.QUICK);
  }
}
