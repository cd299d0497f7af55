package dev.registrynotifications.endpoint;

import dev.registrynotifications.endpoint.send.Delivery;
import dev.registrynotifications.endpoint.send.DeliveryResult;
import dev.registrynotifications.endpoint.send.DeliveryResult.Answered;
import dev.registrynotifications.endpoint.send.DeliveryResult.Rejected;
import dev.registrynotifications.endpoint.send.Sender;
import dev.registrynotifications.metrics.EndpointState;
import dev.registrynotifications.metrics.EndpointStats;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Sends again until the endpoint accepts, has refused just this {@value #REJECT_AFTER} times, or is
 * to stop while the breaker is open. Logs when the breaker opens and closes, not each attempt.
 */
final class RetryingSender implements Sender {

  private static final Logger LOGGER = System.getLogger(RetryingSender.class.getName());

  /** So often an endpoint must refuse what it is sent before it isn't tried any more. */
  static final int REJECT_AFTER = 3;

  private final String endpoint;
  private final Sender delegate;
  private final Breaker breaker;
  private final Delayer delayer;
  private final EndpointStats stats;

  RetryingSender(
      String endpoint, Sender delegate, Breaker breaker, Delayer delayer, EndpointStats stats) {
    this.endpoint = endpoint;
    this.delegate = delegate;
    this.breaker = breaker;
    this.delayer = delayer;
    this.stats = stats;
  }

  @Override
  public DeliveryResult send(Delivery delivery) throws InterruptedException {
    int rejections = 0;
    for (int attempts = 1; ; attempts++) {
      DeliveryResult result = delegate.send(delivery);
      if (result.isDelivered()) {
        recordAlive();
        return result;
      }
      if (result instanceof Answered answered && answered.isRejection()) {
        recordAlive();
        if (++rejections == REJECT_AFTER) {
          return new Rejected(answered.status(), attempts);
        }
        delayer.delay(Breaker.FIRST_PAUSE.multipliedBy(rejections));
      } else if (!waitAfter(result)) {
        return result;
      }
    }
  }

  /** Returns whether to try again: an endpoint that seems dead must not hold up a stop. */
  private boolean waitAfter(DeliveryResult failure) throws InterruptedException {
    Duration pause = pauseAfter(failure);
    if (breaker.isOpen()) {
      return delayer.delayUnlessStopping(pause);
    }
    delayer.delay(pause);
    return true;
  }

  private Duration pauseAfter(DeliveryResult failure) {
    boolean wasOpen = breaker.isOpen();
    Duration pause = breaker.pauseAfter(failure);
    if (!wasOpen && breaker.isOpen()) {
      stats.recordState(EndpointState.BACKING_OFF);
      LOGGER.log(
          Level.WARNING,
          "Endpoint {0} is backing off: {1}; {2} pending, next attempts every {3} ms",
          endpoint,
          failure,
          Long.toString(stats.getPending()),
          Long.toString(pause.toMillis()));
    }
    return pause;
  }

  /** Also after a rejection, which proves the endpoint alive and is no matter for the breaker. */
  private void recordAlive() {
    if (breaker.isOpen()) {
      stats.recordState(EndpointState.DELIVERING);
      LOGGER.log(
          Level.INFO,
          "Endpoint {0} is well again; {1} pending",
          endpoint,
          Long.toString(stats.getPending()));
    }
    breaker.recordSuccess();
  }
}
