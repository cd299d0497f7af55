package dev.registrynotifications.endpoint.send;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer's body only so that its connection can be used again, and gives up on a body that
 * is too long or too slow: the status is known already. Giving up closes the connection.
 *
 * <p>Needed because {@code HttpRequest.timeout} ends with the answer's headers: an endless body
 * would hold the courier for ever.
 */
final class BoundedDiscard implements BodySubscriber<@Nullable Void> {

  private final CompletableFuture<@Nullable Void> body = new CompletableFuture<>();
  private final Duration timeout;
  private long remaining;

  /**
   * Discards a body.
   *
   * @param maxBytes how much of it is read at the most
   * @param timeout how long it may take
   */
  BoundedDiscard(long maxBytes, Duration timeout) {
    this.remaining = maxBytes;
    this.timeout = timeout;
  }

  @Override
  public CompletionStage<@Nullable Void> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    var unused =
        body.completeOnTimeout(null, timeout.toNanos(), TimeUnit.NANOSECONDS)
            .whenComplete((done, failure) -> subscription.cancel());
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      remaining -= buffer.remaining();
    }
    if (remaining < 0) {
      body.complete(null);
    }
  }

  /** A body that breaks off changes nothing: the endpoint has answered. */
  @Override
  public void onError(Throwable failure) {
    body.complete(null);
  }

  @Override
  public void onComplete() {
    body.complete(null);
  }
}
