package dev.registrynotifications.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.EndpointConfigBuilder;
import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.config.Glob;
import dev.registrynotifications.config.Selection;
import dev.registrynotifications.management.EndpointMXBean;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.Notification;
import javax.management.NotificationListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunningEndpointsTest {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  /** Nobody listens there: what is sent there stays pending. */
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1/");

  private Receivers receivers;

  @BeforeEach
  void startReceivers() throws IOException {
    receivers = new Receivers();
  }

  @AfterEach
  void stopReceivers() {
    receivers.close();
  }

  @Test
  void doesNotTouchAnEndpointThatIsAsItWas() {
    try (Node node = Node.inMemory(at("ci").build())) {
      Applied applied = node.apply(at("ci").build());

      assertThat(applied.lines()).isEmpty();
      assertThat(applied.problems()).isEmpty();
      assertThat(node.bean("ci").getState()).isEqualTo("delivering");
    }
  }

  @Test
  void addsAnEndpointThatGetsWhatComesFromThenOn() {
    try (Node node = Node.inMemory(at("ci").build())) {
      node.push("before");

      Applied applied = node.apply(at("ci").build(), at("scanner").build());
      String id = node.push("after");

      assertThat(applied.lines())
          .containsExactly(
              "Endpoint scanner at " + receivers.url("scanner") + " is added; 0 pending");
      awaitCount("scanner", 1);
      assertThat(receivers.of("scanner").ids()).containsExactly(id);
      assertThat(node.endpoints().names()).containsExactly("ci", "scanner");
      assertThat(node.hasBean("scanner")).isTrue();
    }
  }

  @Test
  void sendsARemovedEndpointWhatCameBeforeAndNothingElse() {
    try (Node node = Node.inMemory(at("ci").build(), at("old").build())) {
      String before = node.push("before");

      Applied applied = node.apply(at("ci").build());
      node.push("after");

      awaitCount("ci", 2);
      assertThat(applied.lines()).containsExactly("Endpoint old is removed; 0 pending");
      assertThat(receivers.of("old").ids()).containsExactly(before);
      assertThat(node.endpoints().names()).containsExactly("ci");
      assertThat(node.hasBean("old")).isFalse();
    }
  }

  @Test
  void saysWhatARemovedEndpointLeaves() {
    try (Node node = Node.inMemory(deaf("old").build())) {
      node.push("one");
      node.push("two");

      Applied applied = node.apply();

      assertThat(applied.lines())
          .containsExactly("Endpoint old is removed; 2 pending, which are lost");
    }
  }

  @Test
  void goesOnWithAChangedEndpointAndItsFigures() {
    try (Node node = Node.inMemory(deaf("ci").build())) {
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
      awaitCount("ci", 2);
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
    try (Node node = Node.inMemory(deaf("ci").build())) {
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
      awaitCount("ci", 1);
      assertThat(receivers.of("ci").ids()).containsExactly(id);
      assertThat(receivers.of("ci").settings()).containsExactly("new");
    }
  }

  @Test
  void countsAnewWhatIsPendingWhenAnEndpointWantsOtherEvents() {
    try (Node node = Node.inMemory(deaf("ci").build())) {
      node.push("team/one");
      node.push("team/two");
      node.push("other");
      assertThat(node.bean("ci").getPending()).isEqualTo(3);

      node.apply(deaf("ci").filter(ignoringRepository("other")).build());

      assertThat(node.bean("ci").getPending()).isEqualTo(2);
      node.apply(at("ci").filter(ignoringRepository("other")).build());
      awaitCount("ci", 2);
      await().atMost(DEADLINE).until(node.bean("ci")::getPending, pending -> pending == 0);
      assertThat(receivers.of("ci").count()).isEqualTo(2);
    }
  }

  @Test
  void keepsDeadLettersOfAChangedEndpoint() {
    try (Node node = Node.inMemory(deaf("ci").build())) {
      EndpointMXBean bean = node.bean("ci");
      node.push("one");
      await().atMost(DEADLINE).until(bean::getErrors, errors -> errors > 0);
      // An attempt that is just being made can't be skipped.
      await().atMost(DEADLINE).ignoreExceptions().until(bean::skip, sequence -> sequence == 1);
      await().atMost(DEADLINE).until(bean::getDeadLetters, letters -> letters == 1);

      node.apply(at("ci").build());

      assertThat(bean.getDeadLetters()).isEqualTo(1);
      assertThat(bean.redriveDeadLetters()).isEqualTo(1);
      awaitCount("ci", 1);
    }
  }

  @Test
  void keepsTheOrderOfTheConfiguration() {
    try (Node node = Node.inMemory(at("a").build(), at("b").build())) {
      node.apply(at("c").build(), at("b").build(), at("a").build());

      assertThat(node.endpoints().names()).containsExactly("c", "b", "a");
    }
  }

  @Test
  void changesNothingOnceItIsClosed() {
    Node node = Node.inMemory(at("ci").build());
    node.close();

    Applied applied = node.apply(at("scanner").build());

    assertThat(applied.lines()).isEmpty();
    assertThat(node.endpoints().names()).isEmpty();
  }

  private EndpointConfigBuilder at(String name) {
    return EndpointConfig.to(name, receivers.url(name));
  }

  /** One that nobody answers for, and that is tried again at once. */
  private static EndpointConfigBuilder deaf(String name) {
    return EndpointConfig.to(name, NOWHERE).retry(Retries.QUICK);
  }

  private static FilterConfig ignoringRepository(String name) {
    return new FilterConfig(
        Selection.NONE,
        new Selection(Set.of(), Set.of(), List.of(Glob.parse(name)), List.of()),
        true);
  }

  private void awaitCount(String name, int count) {
    await().atMost(DEADLINE).until(receivers.of(name)::count, arrived -> arrived >= count);
  }
}
