package dev.registrynotifications.endpoint.send;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.metrics.EndpointStats;
import java.time.InstantSource;

/** Builds what makes one attempt to deliver, one line a hat. */
public final class SenderFactory {

  private final String userAgent;
  private final InstantSource clock;

  /**
   * Makes a factory.
   *
   * @param userAgent sent with each request
   * @param clock tells when a request is signed
   */
  public SenderFactory(String userAgent, InstantSource clock) {
    this.userAgent = userAgent;
    this.clock = clock;
  }

  /** Builds what sends to an endpoint and counts how it ended. */
  public Sender create(EndpointConfig config, EndpointStats stats) {
    Sender sender = new HttpSender(config, userAgent);
    if (!config.signing().secrets().isEmpty()) {
      sender = new SigningSender(sender, new Signer(config.signing()), clock);
    }
    sender = new NeverThrowingSender(config.name(), sender);
    sender = new CountingSender(sender, stats);
    return sender;
  }
}
