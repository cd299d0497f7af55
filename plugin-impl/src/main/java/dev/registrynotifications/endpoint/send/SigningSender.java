package dev.registrynotifications.endpoint.send;

import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.Sender;
import java.time.InstantSource;

/** Signs each attempt anew, for receivers refuse signatures that are minutes old. */
record SigningSender(Sender delegate, Signer signer, InstantSource clock) implements Sender {

  @Override
  public DeliveryResult send(Delivery delivery) throws InterruptedException {
    return delegate.send(delivery.plus(signer.sign(delivery, clock.instant())));
  }
}
