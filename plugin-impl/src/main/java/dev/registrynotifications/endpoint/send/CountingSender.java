package dev.registrynotifications.endpoint.send;

import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.Sender;
import dev.registrynotifications.metrics.Answers;

/** Counts how attempts ended, as the original's {@code httpStatusListener} does. */
record CountingSender(Sender delegate, Answers answers) implements Sender {

  @Override
  public DeliveryResult send(Delivery delivery) throws InterruptedException {
    DeliveryResult result = delegate.send(delivery);
    if (!(result instanceof DeliveryResult.Answered answered)) {
      answers.recordError();
    } else if (answered.isDelivered()) {
      answers.recordSuccess(answered.status());
    } else {
      answers.recordFailure(answered.status());
    }
    return result;
  }
}
