package dev.registrynotifications.reload;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.config.EndpointConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plugin is stopped while a change of its endpoints waits for one that hangs. */
class StopDuringReloadTest {

  private static final Duration LONG = Duration.ofMinutes(4);

  private SilentServer silent;

  @BeforeEach
  void startServer() throws IOException {
    silent = new SilentServer();
  }

  @AfterEach
  void stopServer() throws IOException {
    silent.close();
  }

  @Test
  void stopsAnEndpointThatWasRemovedAndHasNotLeft() throws Exception {
    try (Node node = Node.inMemory(silent.endpoint("leaving").build())) {
      node.push("one");
      silent.awaitRequest();
      assertThat(runs("notify-leaving")).isTrue();
      CompletableFuture<Applied> change = apply(node, List.of());
      await().atMost(DEADLINE).until(() -> !node.hasBean("leaving"));

      node.endpoints().close(Duration.ZERO);

      // A thread that has done its work is still there for a moment.
      await().atMost(DEADLINE).until(() -> !runs("notify-leaving"));
      assertThat(change.get(DEADLINE.toSeconds(), TimeUnit.SECONDS).problems()).isEmpty();
    }
  }

  @Test
  void doesNotWaitForAnEndpointThatIsToBeFollowedByAnother() throws Exception {
    try (Node node = Node.inMemory(silent.endpoint("changing").build())) {
      node.push("one");
      silent.awaitRequest();
      EndpointConfig next = silent.endpoint("changing").concurrency(2).build();
      EndpointConfig added = silent.endpoint("added").build();
      CompletableFuture<Applied> change = apply(node, List.of(next, added));
      await().atMost(DEADLINE).until(() -> node.endpoints().names().contains("added"));

      node.endpoints().close(Duration.ZERO);

      await().atMost(DEADLINE).until(() -> !runs("notify-changing"));
      assertThat(change.get(DEADLINE.toSeconds(), TimeUnit.SECONDS).problems()).isEmpty();
    }
  }

  private static CompletableFuture<Applied> apply(Node node, List<EndpointConfig> wanted) {
    return CompletableFuture.supplyAsync(() -> node.endpoints().apply(wanted, LONG));
  }

  private static boolean runs(String thread) {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(running -> running.getName().equals(thread));
  }
}
