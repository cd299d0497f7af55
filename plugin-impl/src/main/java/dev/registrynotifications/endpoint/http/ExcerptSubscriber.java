package dev.registrynotifications.endpoint.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.regex.Pattern;

/**
 * Reads an answer's body so that its connection can be used again, keeps its beginning for people,
 * and gives up on a body that is too long or too slow: the status is known already. Giving up
 * closes the connection.
 *
 * <p>Needed because the wait for an answer ends with its headers: an endless body would hold the
 * courier for ever. The JDK's subscribers keep all of a body, or nothing.
 */
final class ExcerptSubscriber implements BodySubscriber<String> {

  /** Controls, and what only changes how the text around it is shown. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  private final CompletableFuture<String> body = new CompletableFuture<>();

  /** Whether this gave up, or else the body came to its end; before the body is complete. */
  private final CompletableFuture<Boolean> end = new CompletableFuture<>();

  /** The same, after it is. */
  private final CompletableFuture<Boolean> completed;

  private final Deadline deadline;

  /** The client's thread may be filling it while the one that ends the wait reads it. */
  @GuardedBy("this")
  private final ByteBuffer beginning;

  /** Confined to the one thread at a time that the client calls a subscriber on. */
  private long remaining;

  /**
   * Reads a body.
   *
   * @param maxBytes how much of it is read at the most
   * @param maxKept how much of that is kept
   * @param deadlines by when it must have come to its end, counted from now: of a negative
   *     Content-Length JDK 17's client never gets as far as to subscribe
   */
  ExcerptSubscriber(long maxBytes, int maxKept, Deadlines deadlines) {
    this.remaining = maxBytes;
    this.beginning = ByteBuffer.allocate(maxKept);
    this.completed = end.thenApply(this::completeBody);
    this.deadline = deadlines.begin(() -> end.complete(true));
  }

  @Override
  public CompletionStage<String> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    var unused = completed.thenAccept(gaveUp -> cancel(subscription, gaveUp));
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      remaining -= buffer.remaining();
      keep(buffer);
    }
    if (remaining < 0) {
      end(true);
    }
  }

  /** A body that breaks off changes nothing: the endpoint has answered. */
  @Override
  public void onError(Throwable failure) {
    end(false);
  }

  @Override
  public void onComplete() {
    end(false);
  }

  private void end(boolean givenUp) {
    deadline.end();
    end.complete(givenUp);
  }

  private boolean completeBody(boolean gaveUp) {
    body.complete(excerpt());
    return gaveUp;
  }

  /**
   * Not before the body is complete, for over HTTP/2 the client fails what is cancelled then; and
   * not at its end, which a server could take for an attack.
   */
  private static void cancel(Subscription subscription, boolean gaveUp) {
    if (gaveUp) {
      subscription.cancel();
    }
  }

  private synchronized void keep(ByteBuffer more) {
    int length = Math.min(more.remaining(), beginning.remaining());
    beginning.put(more.slice(more.position(), length));
  }

  private synchronized String excerpt() {
    String text = new String(beginning.array(), 0, beginning.position(), UTF_8);
    return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
  }
}
