package dev.registrynotifications.endpoint;

import com.google.common.base.Ticker;
import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Answered;
import dev.registrynotifications.endpoint.attempt.Sender;
import dev.registrynotifications.metrics.Attempt;
import dev.registrynotifications.metrics.Attempt.Shipment;
import dev.registrynotifications.metrics.AttemptLog;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Sends, and keeps a record of each attempt for operators. For several threads at once. */
record AttemptRecorder(
    String endpoint, Sender sender, AttemptLog log, InstantSource clock, Ticker ticker) {

  private static final Logger LOGGER = System.getLogger(AttemptRecorder.class.getName());

  /** How an attempt ended, for the courier, and for people. */
  record Ended(DeliveryResult result, Attempt attempt) {}

  /**
   * Makes one attempt.
   *
   * @param shipment says what the delivery is
   * @throws InterruptedException if the thread was interrupted; nothing is recorded then
   */
  Ended attempt(Delivery delivery, Shipment shipment) throws InterruptedException {
    Instant begun = clock.instant();
    long begin = ticker.read();
    DeliveryResult result = sender.send(delivery);
    Attempt attempt =
        new Attempt(
            begun,
            Duration.ofNanos(ticker.read() - begin),
            shipment,
            result instanceof Answered answered ? answered.status() : 0,
            result.isDelivered(),
            result.isDelivered() ? "" : result.toString());
    log.record(attempt);
    tell(attempt);
    return new Ended(result, attempt);
  }

  private void tell(Attempt attempt) {
    if (LOGGER.isLoggable(Level.DEBUG)) {
      LOGGER.log(
          Level.DEBUG,
          "Endpoint {0}: delivery {1} of {2} events from sequence {3} on ended after {4} ms: {5}",
          endpoint,
          attempt.delivery().id(),
          Integer.toString(attempt.delivery().events()),
          Long.toString(attempt.delivery().sequence()),
          Long.toString(attempt.took().toMillis()),
          attempt.delivered() ? Integer.toString(attempt.status()) : attempt.outcome());
    }
  }
}
