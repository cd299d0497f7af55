package dev.registrynotifications.endpoint.send;

import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.Sender;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Makes a failure that nobody expected one more failed attempt: an endpoint must not fall silent.
 * Its trace is logged once, until an attempt goes without such a failure.
 */
final class NeverThrowingSender implements Sender {

  private static final Logger LOGGER = System.getLogger(NeverThrowingSender.class.getName());

  private final String endpoint;
  private final Sender delegate;
  private final AtomicBoolean failing = new AtomicBoolean();

  NeverThrowingSender(String endpoint, Sender delegate) {
    this.endpoint = endpoint;
    this.delegate = delegate;
  }

  @Override
  public DeliveryResult send(Delivery delivery) throws InterruptedException {
    try {
      DeliveryResult result = delegate.send(delivery);
      failing.set(false);
      return result;
    } catch (RuntimeException e) {
      if (!failing.getAndSet(true)) {
        LOGGER.log(Level.ERROR, "Could not send to endpoint " + endpoint, e);
      }
      return new DeliveryResult.Failed(e.getClass().getSimpleName());
    }
  }
}
