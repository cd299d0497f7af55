package dev.registrynotifications.endpoint.send;

import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Failed;
import dev.registrynotifications.endpoint.attempt.Interim.HungUp;
import dev.registrynotifications.endpoint.attempt.Sender;

/**
 * Sends once more, at once, what found its kept-alive connection closed: a server may close an idle
 * connection at any time, also while a request is on its way (RFC 9112, 9.5), and that is no fault
 * of the endpoint. It may have got the request, so that a delivery can arrive twice.
 *
 * <p>Rejected: {@code jdk.httpclient.enableAllMethodRetry}, which is for the whole JVM; and to tell
 * a connection that was reused from a new one, which the client doesn't say and which its pool
 * makes a guess. So a server that always hangs up costs two connections an attempt, and one error.
 */
record ReconnectingSender(Sender delegate) implements Sender {

  @Override
  public DeliveryResult send(Delivery delivery) throws InterruptedException {
    DeliveryResult result = delegate.send(delivery);
    if (result instanceof HungUp) {
      result = delegate.send(delivery);
    }
    return result instanceof HungUp again ? new Failed(again.toString()) : result;
  }
}
