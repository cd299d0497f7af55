package dev.registrynotifications.reload;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.config.EndpointConfigBuilder;
import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.config.Glob;
import dev.registrynotifications.config.Selection;
import dev.registrynotifications.management.EndpointMXBean;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.Notification;
import javax.management.NotificationListener;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An endpoint goes on when its configuration changes: what it counts, keeps and was told stays. */
class ChangedEndpointTest {

  @AutoClose private final Receivers receivers = new Receivers();

  @Test
  void goesOnWithAChangedEndpointAndItsFigures() {
    try (Node node = Node.inMemory(DeafEndpoint.named("ci").build())) {
      EndpointMXBean bean = node.bean("ci");
      String first = node.push("one");
      String second = node.push("two");
      await().atMost(DEADLINE).until(bean::getErrors, errors -> errors > 0);
      long errors = bean.getErrors();

      Applied applied = node.apply(at("ci").build());

      assertThat(applied.lines())
          .singleElement()
          .asString()
          .startsWith("Endpoint ci has changed (url, backoff, multiplier, maxBackoff); ");
      receivers.awaitCount("ci", 2);
      assertThat(receivers.of("ci").ids()).containsExactly(first, second);
      await().atMost(DEADLINE).until(bean::getPending, pending -> pending == 0);
      assertThat(bean.getUrl()).isEqualTo(receivers.url("ci").toString());
      assertThat(bean.getEvents()).isEqualTo(2);
      assertThat(bean.getDelivered()).isEqualTo(2);
      assertThat(bean.getErrors()).isGreaterThanOrEqualTo(errors);
    }
  }

  @Test
  void keepsTheMBeanOfAChangedEndpointAndWhoeverListensToIt() throws Exception {
    List<Notification> heard = new CopyOnWriteArrayList<>();
    NotificationListener listener = (notification, handback) -> heard.add(notification);
    try (Node node = Node.inMemory(DeafEndpoint.named("ci").build())) {
      node.beans().addNotificationListener(Node.nameOf("ci"), listener, null, null);
      node.apply(at("ci").build());

      node.bean("ci").pause();

      await().atMost(DEADLINE).until(() -> node.bean("ci").getState(), "paused"::equals);
      await()
          .atMost(DEADLINE)
          .until(() -> heard.stream().anyMatch(n -> n.getType().equals(EndpointMXBean.PAUSED)));
    }
  }

  @Test
  void leavesAPausedEndpointPausedWhenItChanges() {
    try (Node node = Node.inMemory(at("ci").build())) {
      EndpointMXBean bean = node.bean("ci");
      bean.pause();
      await().atMost(DEADLINE).until(bean::getState, "paused"::equals);
      String id = node.push("one");

      Applied applied = node.apply(at("ci").headers(Map.of("X-Setting", List.of("new"))).build());

      assertThat(applied.lines())
          .containsExactly("Endpoint ci has changed (headers); 1 pending; it stays paused");
      await().atMost(DEADLINE).until(bean::getState, "paused"::equals);
      assertThat(receivers.of("ci").ids()).isEmpty();
      bean.resume();
      receivers.awaitCount("ci", 1);
      assertThat(receivers.of("ci").ids()).containsExactly(id);
      assertThat(receivers.of("ci").settings()).containsExactly("new");
    }
  }

  @Test
  void countsAnewWhatIsPendingWhenAnEndpointWantsOtherEvents() {
    try (Node node = Node.inMemory(DeafEndpoint.named("ci").build())) {
      node.push("team/one");
      node.push("team/two");
      node.push("other");
      assertThat(node.bean("ci").getPending()).isEqualTo(3);

      node.apply(DeafEndpoint.named("ci").filter(ignoringRepository("other")).build());

      assertThat(node.bean("ci").getPending()).isEqualTo(2);
      node.apply(at("ci").filter(ignoringRepository("other")).build());
      receivers.awaitCount("ci", 2);
      await().atMost(DEADLINE).until(node.bean("ci")::getPending, pending -> pending == 0);
      assertThat(receivers.of("ci").count()).isEqualTo(2);
    }
  }

  @Test
  void keepsDeadLettersOfAChangedEndpoint() {
    try (Node node = Node.inMemory(DeafEndpoint.named("ci").build())) {
      EndpointMXBean bean = node.bean("ci");
      node.push("one");
      await().atMost(DEADLINE).until(bean::getErrors, errors -> errors > 0);
      // An attempt that is just being made can't be skipped.
      await()
          .atMost(DEADLINE)
          .ignoreExceptions()
          .until(() -> bean.getDeadLetters() == 1 || bean.skip() == 1);
      await().atMost(DEADLINE).until(bean::getDeadLetters, letters -> letters == 1);

      node.apply(at("ci").build());

      assertThat(bean.getDeadLetters()).isEqualTo(1);
      assertThat(bean.redriveDeadLetters()).isEqualTo(1);
      receivers.awaitCount("ci", 1);
    }
  }

  private EndpointConfigBuilder at(String name) {
    return receivers.endpoint(name);
  }

  private static FilterConfig ignoringRepository(String name) {
    return new FilterConfig(
        Selection.NONE,
        new Selection(Set.of(), Set.of(), List.of(Glob.parse(name)), List.of()),
        true);
  }
}
