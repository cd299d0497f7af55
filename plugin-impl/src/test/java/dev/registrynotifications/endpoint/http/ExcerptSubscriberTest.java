package dev.registrynotifications.endpoint.http;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the subscriber tells those who wait, and the client, and in which order. */
class ExcerptSubscriberTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final List<String> order = new ArrayList<>();

  @Test
  void leavesAnAnswerThatIsReadToItsEndAsItIs() {
    ExcerptSubscriber subscriber = subscribed();

    subscriber.onNext(bytes("ok"));
    subscriber.onComplete();

    assertThat(order).containsExactly("body ok");
  }

  @Test
  void leavesAnAnswerThatBreaksOffAsItIs() {
    ExcerptSubscriber subscriber = subscribed();

    subscriber.onNext(bytes("half"));
    subscriber.onError(new IOException("reset"));

    assertThat(order).containsExactly("body half");
  }

  @Test
  void hasWhatItReadBeforeItCancelsTheRestOfALongAnswer() {
    ExcerptSubscriber subscriber = subscribed();

    subscriber.onNext(bytes("eleven byte"));

    assertThat(order).containsExactly("body eleven b", "cancelled");
  }

  @Test
  void hasWhatItReadBeforeItCancelsTheRestOfASlowAnswer() throws Exception {
    CompletableFuture<String> cancelled = new CompletableFuture<>();
    ExcerptSubscriber subscriber = new ExcerptSubscriber(10, 8, within(Duration.ofMillis(1)));
    CompletableFuture<String> body = subscriber.getBody().toCompletableFuture();

    subscriber.onSubscribe(cancelling(() -> cancelled.complete(body.getNow("nothing"))));

    assertThat(cancelled.get(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void hasNothingWhenNothingIsSubscribedInTime() throws Exception {
    ExcerptSubscriber subscriber = new ExcerptSubscriber(10, 8, within(Duration.ofMillis(1)));

    CompletableFuture<String> body = subscriber.getBody().toCompletableFuture();

    assertThat(body.get(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isEmpty();
  }

  private ExcerptSubscriber subscribed() {
    ExcerptSubscriber subscriber = new ExcerptSubscriber(10, 8, within(LONG));
    var unused = subscriber.getBody().thenAccept(text -> order.add("body " + text));
    subscriber.onSubscribe(cancelling(() -> order.add("cancelled")));
    return subscriber;
  }

  private static Deadlines within(Duration timeout) {
    return new Deadlines(timeout, Ticker.systemTicker());
  }

  private static Subscription cancelling(Runnable cancel) {
    return new Subscription() {
      @Override
      public void request(long items) {}

      @Override
      public void cancel() {
        cancel.run();
      }
    };
  }

  private static List<ByteBuffer> bytes(String text) {
    return List.of(ByteBuffer.wrap(text.getBytes(UTF_8)));
  }
}
