package dev.registrynotifications.reload;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.config.EndpointConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An endpoint doesn't leave when it is told to. */
class StuckEndpointTest {

  @AutoClose private final Receivers receivers = new Receivers();

  @Test
  void standsStillUntilWhatNoInterruptEndsHasEnded() throws Exception {
    FlakyLog log = new FlakyLog();
    log.hold();
    try (SilentServer silent = new SilentServer();
        Node node =
            new Node(log, at("one", "a"), at("two", "a"), silent.endpoint("hanging").build())) {
      node.push("one");
      await().atMost(DEADLINE).until(log::held, held -> held == 2);
      silent.awaitRequest();
      EndpointConfig[] wanted = {at("one", "b"), at("two", "b"), at("hanging", "b")};

      List<String> late = new ArrayList<>();
      // Also the one that can leave may do so only a moment later.
      await()
          .atMost(DEADLINE)
          .until(
              () -> applyAtOnce(node, wanted, late),
              List.of(standsStill("one"), standsStill("two"))::equals);
      List<String> again = applyAtOnce(node, wanted, late);
      log.letGo();
      await().atMost(DEADLINE).until(() -> node.apply(wanted).problems().isEmpty());
      node.push("two");

      assertThat(late).singleElement().asString().startsWith("Endpoint hanging has changed (");
      assertThat(again).containsExactly(standsStill("one"), standsStill("two"));
      receivers.awaitCount("one", 2);
      receivers.awaitCount("two", 2);
      receivers.awaitCount("hanging", 2);
    }
  }

  /** Waits for nobody; adds what has changed, and returns what couldn't. */
  private static List<String> applyAtOnce(
      Node node, EndpointConfig[] wanted, List<String> changes) {
    Applied applied = node.endpoints().apply(List.of(wanted), Duration.ZERO);
    changes.addAll(applied.lines());
    return applied.problems();
  }

  @Test
  void isRemovedAllTheSame() throws Exception {
    try (SilentServer silent = new SilentServer();
        Node node = Node.inMemory(silent.endpoint("hanging").build())) {
      node.push("one");
      silent.awaitRequest();

      Applied applied = node.endpoints().apply(List.of(), Duration.ZERO);

      assertThat(applied.lines())
          .containsExactly("Endpoint hanging is removed; 1 pending, which are lost");
    }
  }

  private EndpointConfig at(String name, String setting) {
    return receivers.endpoint(name).headers(Map.of("X-Setting", List.of(setting))).build();
  }

  private static String standsStill(String name) {
    return "Endpoint "
        + name
        + " stands still, and its events wait in the journal: what it was doing last doesn't end";
  }
}
