package dev.registrynotifications.endpoint.send;

import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.Sender;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Makes a failure that nobody expected one more failed attempt: an endpoint must not fall silent.
 */
record NeverThrowingSender(String endpoint, Sender delegate) implements Sender {

  private static final Logger LOGGER = System.getLogger(NeverThrowingSender.class.getName());

  @Override
  public DeliveryResult send(Delivery delivery) throws InterruptedException {
    try {
      return delegate.send(delivery);
    } catch (RuntimeException e) {
      LOGGER.log(Level.ERROR, "Could not send to endpoint " + endpoint, e);
      return new DeliveryResult.Failed(e.getClass().getSimpleName());
    }
  }
}
