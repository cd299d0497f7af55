package dev.registrynotifications.endpoint.send;

/**
 * Sends deliveries to one endpoint. For one thread at a time.
 *
 * <p>What can be expected to go wrong is a {@link DeliveryResult}, not an exception.
 */
@FunctionalInterface
public interface Sender {

  /**
   * Sends it and waits for how it ended.
   *
   * @throws InterruptedException if the thread was interrupted; whether the endpoint has the
   *     delivery isn't known then
   */
  DeliveryResult send(Delivery delivery) throws InterruptedException;
}
