package dev.registrynotifications.endpoint.attempt;

/**
 * Sends deliveries to one endpoint. For several threads at once, as all senders of this package
 * are: what they keep is immutable or safe for that, and what an attempt needs is its own.
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
