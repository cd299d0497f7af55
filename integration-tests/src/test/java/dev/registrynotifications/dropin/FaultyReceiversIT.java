package dev.registrynotifications.dropin;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.Ports;
import dev.registrynotifications.cases.Content;
import dev.registrynotifications.cases.RegistryClient;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.receiver.Answer;
import dev.registrynotifications.receiver.Answers;
import dev.registrynotifications.receiver.ReceivedPost;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is lost while the process lives, whatever receivers do, and the counters say so. */
class FaultyReceiversIT {

  private static final List<Content> BLOBS =
      IntStream.range(0, 5).mapToObj(i -> Content.blob("blob " + i)).toList();

  @TempDir private Path work;

  @Test
  void deliversEverythingInOrderThroughErrorsAndDroppedConnections() throws Exception {
    Answers answers =
        Answers.inTurn(
            Answer.status(500),
            Answer.status(503),
            Answer.OK,
            Answer.drop(),
            Answer.status(404),
            Answer.status(302).with("Location", "/elsewhere"),
            Answer.status(204));
    try (WebhookReceiver receiver = WebhookReceiver.start(answers);
        HostProcess host = start(endpoint("ci", receiver.uri().toString()));
        RemoteBeans beans = beansOf(host)) {
      pushAll(host);

      EndpointMXBean ci = beans.endpoint("ci");
      await().atMost(DEADLINE).until(() -> ci.getPending() == 0);
      assertThat(ci.getEvents()).isEqualTo(5);
      assertThat(ci.getSuccesses()).isEqualTo(5);
      assertThat(ci.getFailures()).isEqualTo(3);
      // A connection that is found closed is opened again, and a redirect is followed.
      assertThat(ci.getErrors()).isZero();
      assertThat(ci.getStatuses())
          .isEqualTo(
              Map.of(
                  "200 OK", 4L,
                  "204 No Content", 1L,
                  "404 Not Found", 1L,
                  "500 Internal Server Error", 1L,
                  "503 Service Unavailable", 1L));
      assertThat(digests(receiver.posts()).distinct())
          .containsExactlyElementsOf(BLOBS.stream().map(Content::digest).toList());
      assertThat(receiver.posts()).hasSize(10);
    }
  }

  @Test
  void keepsWhatUnreachableEndpointsMissAndHoldsUpNobodyElse() throws Exception {
    Answers tooLate = Answers.always(Answer.OK.after(DEADLINE));
    try (WebhookReceiver good = WebhookReceiver.start();
        WebhookReceiver hanging = WebhookReceiver.start(tooLate);
        HostProcess host =
            start(
                endpoint("unknown", "http://no-such-host.invalid/")
                    + endpoint("refused", "http://127.0.0.1:" + Ports.free() + "/")
                    + endpoint("hanging", hanging.uri().toString(), "200ms")
                    + endpoint("good", good.uri().toString()));
        RemoteBeans beans = beansOf(host)) {
      pushAll(host);

      good.await(5, DEADLINE);
      for (String name : List.of("unknown", "refused", "hanging")) {
        EndpointMXBean endpoint = beans.endpoint(name);
        await().atMost(DEADLINE).until(() -> endpoint.getState().equals("backing off"));
        assertThat(endpoint.getErrors()).isGreaterThanOrEqualTo(3);
        assertThat(endpoint.getPending()).isEqualTo(5);
      }
      assertThat(beans.notifications().getEndpoints())
          .containsExactly("unknown", "refused", "hanging", "good");
      assertThat(beans.journal().getRecords()).isEqualTo(5);
    }
  }

  @Test
  void deliversToAnEndpointThatComesUpLater() throws Exception {
    int port = Ports.free();
    try (HostProcess host = start(endpoint("late", "http://127.0.0.1:" + port + "/hook"));
        RemoteBeans beans = beansOf(host)) {
      pushAll(host);
      await().atMost(DEADLINE).until(() -> beans.endpoint("late").getErrors() > 0);

      try (WebhookReceiver receiver = WebhookReceiver.start(port, Answers.always(Answer.OK))) {
        receiver.await(5, DEADLINE);
        assertThat(digests(receiver.posts()))
            .containsExactlyElementsOf(BLOBS.stream().map(Content::digest).toList());
      }
    }
  }

  @Test
  void deliversWhatIsPendingWhenTheServerStops() throws Exception {
    Answers slow = Answers.always(Answer.OK.after(Duration.ofMillis(100)));
    try (WebhookReceiver receiver = WebhookReceiver.start(slow);
        HostProcess host = start(endpoint("slow", receiver.uri().toString()))) {
      pushAll(host);

      host.stop();

      assertThat(digests(receiver.posts()))
          .containsExactlyElementsOf(BLOBS.stream().map(Content::digest).toList());
    }
  }

  @Test
  void triesAgainWhileTheServerStops() throws Exception {
    Answers oneFailure =
        Answers.inTurn(
            Answer.OK.after(Duration.ofMillis(200)), Answer.status(503), Answer.status(503));
    try (WebhookReceiver receiver = WebhookReceiver.start(oneFailure);
        HostProcess host = start(endpoint("recovering", receiver.uri().toString()))) {
      pushAll(host);

      host.stop();

      assertThat(digests(receiver.posts()).distinct())
          .containsExactlyElementsOf(BLOBS.stream().map(Content::digest).toList());
    }
  }

  @Test
  void isNotKeptFromStoppingByADeadEndpoint() throws Exception {
    String dead = endpoint("dead", "http://127.0.0.1:" + Ports.free() + "/");
    // Whoever waited so long would be ended by the host, without a last word.
    try (HostProcess host = start(dead, "10m")) {
      pushAll(host);

      host.stop();

      assertThat(host.output())
          .anyMatch(line -> line.contains("Endpoint dead stops with 5 events undelivered"));
    }
  }

  private HostProcess start(String endpoints) throws IOException, InterruptedException {
    return start(endpoints, "60s");
  }

  private HostProcess start(String endpoints, String shutdownTimeout)
      throws IOException, InterruptedException {
    String configuration =
        "notifications:\n  enabled: true\n  shutdownTimeout: %s\n  endpoints:\n%s"
            .formatted(shutdownTimeout, endpoints);
    return Installation.in(work, configuration).host().start();
  }

  private static RemoteBeans beansOf(HostProcess host) {
    return RemoteBeans.of(ProcessHandle.of(host.pid()).orElseThrow());
  }

  /** An endpoint that even a slow machine answers in time. */
  private static String endpoint(String name, String url) {
    return endpoint(name, url, "30s");
  }

  private static String endpoint(String name, String url, String timeout) {
    return """
        - name: %s
          url: %s
          timeout: %s
          threshold: 3
          backoff: 100ms
        """
        .formatted(name, url, timeout)
        .indent(4);
  }

  private static void pushAll(HostProcess host) {
    RegistryClient client = new RegistryClient(host.baseUri());
    BLOBS.forEach(blob -> client.pushBlob("faulty/receivers", blob));
  }

  private static Stream<String> digests(List<ReceivedPost> posts) {
    return posts.stream()
        .map(post -> post.text().replaceFirst("(?s).*?\"digest\": \"(.*?)\".*", "$1"));
  }
}
