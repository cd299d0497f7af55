package dev.registrynotifications.endpoint.sockets;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.EndpointConfigBuilder;
import dev.registrynotifications.config.RetryConfig;
import dev.registrynotifications.config.TlsConfig;
import dev.registrynotifications.config.TransportConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How the endpoints of these tests are configured, unless a test is about just that. */
final class Settings {

  /** So long that no answer comes too late, however slow the machine is. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Short enough to wait for its end, and long enough for the attempts that are to succeed. */
  static final Duration IMPATIENCE = Duration.ofSeconds(2);

  private Settings() {}

  /** Waits long for answers, and tries again soon. */
  static EndpointConfigBuilder patient(URI uri) {
    return EndpointConfig.to("ci", uri).transport(transport(PATIENCE)).retry(retry());
  }

  /** Doesn't wait long for answers. */
  static EndpointConfigBuilder impatient(URI uri) {
    return patient(uri).transport(transport(IMPATIENCE));
  }

  static TransportConfig transport(Duration timeout) {
    return transport(timeout, TlsConfig.DEFAULT);
  }

  static TransportConfig transport(Duration timeout, TlsConfig tls) {
    TransportConfig byDefault = TransportConfig.DEFAULT;
    return new TransportConfig(timeout, tls, byDefault.proxy(), byDefault.safety());
  }

  private static RetryConfig retry() {
    return retry(Duration.ofMillis(200));
  }

  static RetryConfig retry(Duration maxBackoff) {
    Duration backoff = Duration.ofMillis(50);
    return new RetryConfig(3, backoff, 2, maxBackoff, 3, Optional.empty(), Optional.empty());
  }
}
