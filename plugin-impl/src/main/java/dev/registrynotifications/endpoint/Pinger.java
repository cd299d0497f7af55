package dev.registrynotifications.endpoint;

import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.metrics.Attempt;
import dev.registrynotifications.metrics.Attempt.Shipment;
import dev.registrynotifications.wire.EnvelopeCodec;
import java.util.function.Supplier;

/**
 * Sends an event that says that nothing has happened, past the log and the schedule: whether it
 * arrives changes nothing for what is pending.
 *
 * @param events makes such an event
 */
record Pinger(Supplier<Event> events, Packer packer, AttemptRecorder recorder) {

  private static final EnvelopeCodec CODEC = new EnvelopeCodec();

  /**
   * Sends one, and waits for how that ends.
   *
   * @throws IllegalStateException if the thread was interrupted
   */
  Attempt ping() {
    Event event = events.get();
    Delivery delivery = packer.packUnlogged(CODEC.encode(event));
    Shipment shipment =
        new Shipment(delivery.id(), EventKey.of(event), 0, 1, delivery.body().length, false);
    try {
      return recorder.attempt(delivery, shipment).attempt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Could not ping: interrupted while waiting for an answer", e);
    }
  }
}
