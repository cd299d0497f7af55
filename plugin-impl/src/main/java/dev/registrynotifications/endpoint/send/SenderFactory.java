package dev.registrynotifications.endpoint.send;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.metrics.EndpointStats;

/** Builds what makes one attempt to deliver, one line a hat. */
public final class SenderFactory {

  private final String userAgent;

  /**
   * Makes a factory.
   *
   * @param userAgent sent with each request
   */
  public SenderFactory(String userAgent) {
    this.userAgent = userAgent;
  }

  /** Builds what sends to an endpoint and counts how it ended. */
  public Sender create(EndpointConfig config, EndpointStats stats) {
    Sender sender = new HttpSender(config, userAgent);
    sender = new NeverThrowingSender(config.name(), sender);
    sender = new CountingSender(sender, stats);
    return sender;
  }
}
