package dev.registrynotifications.endpoint.send;

import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.Sender;
import dev.registrynotifications.endpoint.guard.Guard;
import java.net.URI;
import java.util.Optional;

/** Sends only where the guard lets it, whom it asks each time: a host's addresses may change. */
final class GuardedSender implements Sender {

  private final URI target;
  private final Guard guard;
  private final Sender delegate;

  GuardedSender(URI target, Guard guard, Sender delegate) {
    this.target = target;
    this.guard = guard;
    this.delegate = delegate;
  }

  @Override
  public DeliveryResult send(Delivery delivery) throws InterruptedException {
    Optional<String> refusal = guard.refusal(target);
    return refusal.isPresent() ? new DeliveryResult.Failed(refusal.get()) : delegate.send(delivery);
  }
}
