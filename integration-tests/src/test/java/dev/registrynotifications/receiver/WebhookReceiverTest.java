package dev.registrynotifications.receiver;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class WebhookReceiverTest {

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void recordsPostBeforeItIsAnswered() throws Exception {
    try (WebhookReceiver receiver = WebhookReceiver.start()) {
      int status = post(receiver, "{\"a\": \"\u00e9\"}").statusCode();

      assertThat(status).isEqualTo(200);
      ReceivedPost post = receiver.posts().get(0);
      assertThat(post.method()).isEqualTo("POST");
      assertThat(post.path()).isEqualTo("/events");
      assertThat(post.body()).isEqualTo(ByteBuffer.wrap("{\"a\": \"\u00e9\"}".getBytes(UTF_8)));
      assertThat(post.header("x-EVENT")).contains("push");
      assertThat(post.header("x-other")).isEmpty();
    }
  }

  @Test
  void answersInTurnAndThenOk() throws Exception {
    Answer moved = Answer.status(307).with("Location", "/elsewhere");
    try (WebhookReceiver receiver =
        WebhookReceiver.start(Answers.inTurn(Answer.status(503), moved))) {
      int first = post(receiver, "1").statusCode();
      HttpResponse<?> second = post(receiver, "2");
      int third = post(receiver, "3").statusCode();

      assertThat(List.of(first, second.statusCode(), third)).containsExactly(503, 307, 200);
      assertThat(second.headers().firstValue("Location")).contains("/elsewhere");
      assertThat(receiver.posts()).extracting(ReceivedPost::text).containsExactly("1", "2", "3");
    }
  }

  @Test
  void answersByWhatTheRequestSays() throws Exception {
    Answers answers = post -> Answer.status(post.text().contains("poison") ? 400 : 202);
    try (WebhookReceiver receiver = WebhookReceiver.start(answers)) {
      assertThat(post(receiver, "poison").statusCode()).isEqualTo(400);
      assertThat(post(receiver, "bread").statusCode()).isEqualTo(202);
    }
  }

  @Test
  void dropsConnectionAfterRecording() {
    try (WebhookReceiver receiver = WebhookReceiver.start(Answers.always(Answer.drop()))) {
      assertThatThrownBy(() -> post(receiver, "1")).isInstanceOf(IOException.class);

      assertThat(receiver.posts()).isNotEmpty();
    }
  }

  @Test
  void answersLongAfterTheClientGaveUp() {
    Answer late = Answer.OK.after(Duration.ofDays(1));
    try (WebhookReceiver receiver = WebhookReceiver.start(Answers.always(late))) {
      HttpRequest impatient = request(receiver, "1").timeout(Duration.ofMillis(200)).build();

      assertThatThrownBy(() -> client.send(impatient, BodyHandlers.discarding()))
          .isInstanceOf(HttpTimeoutException.class);
    }
  }

  @Test
  void sendsBodyOfTheLengthAskedFor() throws Exception {
    Answer large = Answer.OK.withBody(1_000_001);
    try (WebhookReceiver receiver = WebhookReceiver.start(Answers.always(large))) {
      assertThat(post(receiver, "1").body()).hasSize(1_000_001);
    }
  }

  @Test
  void sendsEndlessBodyUntilTheClientLeaves() throws Exception {
    Answer endless = Answer.OK.withEndlessBody();
    try (WebhookReceiver receiver = WebhookReceiver.start(Answers.always(endless))) {
      HttpRequest request = request(receiver, "1").build();

      try (InputStream body = client.send(request, BodyHandlers.ofInputStream()).body()) {
        assertThat(body.readNBytes(5_000_000)).hasSize(5_000_000);
      }
    }
  }

  @Test
  void givesUpWaitingAtTheDeadline() throws Exception {
    try (WebhookReceiver receiver = WebhookReceiver.start()) {
      post(receiver, "1");

      assertThatThrownBy(() -> receiver.await(2, Duration.ofMillis(50)))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("1 came within");
    }
  }

  @Test
  void wakesWhoWaitsForPosts() throws Exception {
    try (WebhookReceiver receiver = WebhookReceiver.start()) {
      CompletableFuture<?> first = postAsync(receiver, "1");
      CompletableFuture<?> second = postAsync(receiver, "2");

      assertThat(receiver.await(2, DEADLINE)).hasSize(2);
      CompletableFuture.allOf(first, second).join();
      assertThat(receiver.takePosts()).hasSize(2);
      assertThat(receiver.posts()).isEmpty();
    }
  }

  @Test
  void refusesConnectionsOnceClosed() {
    WebhookReceiver receiver = WebhookReceiver.start();
    receiver.close();

    assertThatThrownBy(() -> post(receiver, "1")).isInstanceOf(ConnectException.class);
  }

  @Test
  void comesBackOnTheSamePort() throws Exception {
    WebhookReceiver first = WebhookReceiver.start();
    int port = first.port();
    assertThatThrownBy(() -> WebhookReceiver.start(port, Answers.statuses(500)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("Could not listen on port " + port);
    first.close();

    try (WebhookReceiver second = WebhookReceiver.start(port, Answers.statuses(500))) {
      assertThat(post(second, "1").statusCode()).isEqualTo(500);
    }
  }

  private HttpResponse<byte[]> post(WebhookReceiver receiver, String body) throws Exception {
    return client.send(request(receiver, body).build(), BodyHandlers.ofByteArray());
  }

  private CompletableFuture<?> postAsync(WebhookReceiver receiver, String body) {
    return client.sendAsync(request(receiver, body).build(), BodyHandlers.discarding());
  }

  private static HttpRequest.Builder request(WebhookReceiver receiver, String body) {
    return HttpRequest.newBuilder(receiver.uri())
        .version(HttpClient.Version.HTTP_1_1)
        .header("X-Event", "push")
        .POST(BodyPublishers.ofString(body));
  }
}
