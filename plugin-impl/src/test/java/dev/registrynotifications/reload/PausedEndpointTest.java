package dev.registrynotifications.reload;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.config.EndpointConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PausedEndpointTest {

  @Test
  void staysPausedThoughTheOrderCameDuringARequestThatDoesNotEnd() throws Exception {
    try (SilentServer silent = new SilentServer();
        Node node = Node.inMemory(silent.endpoint("ci").build())) {
      node.push("one");
      silent.awaitRequest();
      node.bean("ci").pause();

      List<String> lines =
          await()
              .atMost(DEADLINE)
              .until(
                  () -> node.endpoints().apply(List.of(elsewhere()), Duration.ZERO).lines(),
                  changes -> !changes.isEmpty());

      assertThat(lines)
          .singleElement()
          .asString()
          .startsWith("Endpoint ci has changed (url")
          .endsWith("1 pending; it stays paused");
    }
  }

  private static EndpointConfig elsewhere() {
    return EndpointConfig.to("ci", URI.create("http://127.0.0.1:1/")).build();
  }
}
