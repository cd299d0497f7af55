package dev.registrynotifications.endpoint.send;

import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.Sender;
import dev.registrynotifications.metrics.EndpointStats;

/** Counts how attempts ended, as the original's {@code httpStatusListener} does. */
record CountingSender(Sender delegate, EndpointStats stats) implements Sender {

  @Override
  public DeliveryResult send(Delivery delivery) throws InterruptedException {
    DeliveryResult result = delegate.send(delivery);
    if (!(result instanceof DeliveryResult.Answered answered)) {
      stats.recordError();
    } else if (answered.isDelivered()) {
      stats.recordSuccess(answered.status());
    } else {
      stats.recordFailure(answered.status());
    }
    return result;
  }
}
