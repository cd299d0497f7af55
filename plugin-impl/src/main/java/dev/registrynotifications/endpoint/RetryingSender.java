package dev.registrynotifications.endpoint;

import dev.registrynotifications.metrics.EndpointState;
import dev.registrynotifications.metrics.EndpointStats;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Sends again until the endpoint accepts, or is to stop while the breaker is open. Logs when the
 * breaker opens and closes, not each attempt.
 */
final class RetryingSender implements Sender {

  private static final Logger LOGGER = System.getLogger(RetryingSender.class.getName());

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
  public DeliveryResult send(byte[] envelope) throws InterruptedException {
    DeliveryResult result = delegate.send(envelope);
    while (!result.isDelivered() && waitAfter(result)) {
      result = delegate.send(envelope);
    }
    if (result.isDelivered()) {
      recordSuccess();
    }
    return result;
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

  private void recordSuccess() {
    if (breaker.isOpen()) {
      stats.recordState(EndpointState.DELIVERING);
      LOGGER.log(
          Level.INFO,
          "Endpoint {0} accepts events again; {1} pending",
          endpoint,
          Long.toString(stats.getPending()));
    }
    breaker.recordSuccess();
  }
}
