package dev.registrynotifications.reload;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.EndpointConfigBuilder;
import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.config.Selection;
import dev.registrynotifications.endpoint.RecordedLog;
import dev.registrynotifications.endpoint.send.SenderFactory;
import dev.registrynotifications.management.EndpointMXBean;
import java.lang.Thread.State;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.management.MBeanServerDelegate;
import javax.management.MBeanServerNotification;
import javax.management.NotificationListener;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Something goes wrong while endpoints are exchanged. */
class TroubledExchangeTest {

  private static final Duration LONG = Duration.ofMinutes(4);

  @AutoClose private final Receivers receivers = new Receivers();

  @Test
  void letsNobodyWaitForAnEndpointThatHangsButItsOwnSuccessor() throws Exception {
    try (SilentServer silent = new SilentServer();
        Node node = Node.inMemory(silent.endpoint("hanging").build(), at("well").build())) {
      node.push("one");
      silent.awaitRequest();
      List<EndpointConfig> wanted =
          List.of(changed(at("hanging")), changed(at("well")), at("new").build());
      CompletableFuture<Applied> change =
          CompletableFuture.supplyAsync(() -> node.endpoints().apply(wanted, LONG));
      await().atMost(DEADLINE).until(() -> node.endpoints().names().contains("new"));
      node.push("two");

      awaitCount("well", 2);
      awaitCount("new", 1);
      assertThat(change).isNotDone();
      silent.hangUp();

      assertThat(change.get(DEADLINE.toSeconds(), TimeUnit.SECONDS).lines()).hasSize(3);
      awaitCount("hanging", 2);
    }
  }

  @Test
  void triesAgainWhatTheJvmHadNoThreadFor() {
    try (Node node = Node.inMemory(at("changing").build())) {
      Applied broken =
          NoMoreThreads.during(() -> node.apply(changed(at("changing")), at("new").build()));
      String waiting = node.push("one");

      Applied applied = node.apply(changed(at("changing")), at("new").build());
      node.push("two");

      assertThat(broken.isUnfinished()).isTrue();
      assertThat(broken.problems())
          .containsExactly(
              "Could not add endpoint new: java.lang.OutOfMemoryError: unable to create native"
                  + " thread",
              "Endpoint changing stands still, and its events wait in the journal:"
                  + " java.lang.OutOfMemoryError: unable to create native thread");
      assertThat(applied.problems()).isEmpty();
      assertThat(applied.lines())
          .satisfiesExactly(
              added ->
                  assertThat(added)
                      .isEqualTo(
                          "Endpoint new at " + receivers.url("new") + " is added; 0 pending"),
              changed ->
                  assertThat(changed).startsWith("Endpoint changing has changed (headers); "));
      awaitCount("changing", 2);
      awaitCount("new", 1);
      assertThat(receivers.of("changing").ids()).startsWith(waiting);
    }
  }

  @Test
  void losesNothingThatItWantedBeforeASuccessorThatCouldNotBegin() {
    EndpointConfig everything = DeafEndpoint.named("ci").build();
    EndpointConfig nothing = DeafEndpoint.named("ci").filter(ignoringPushes()).build();
    try (Node node = Node.inMemory(everything)) {
      EndpointMXBean bean = node.bean("ci");
      node.push("one");
      NoMoreThreads.during(() -> node.apply(nothing));
      node.push("two");
      long waiting = bean.getPending();

      node.apply(everything);

      assertThat(waiting).isEqualTo(2);
      assertThat(bean.getPending()).isEqualTo(2);
    }
  }

  @Test
  void keepsThePauseOfAnEndpointWhoseSuccessorCouldNotBegin() {
    FlakyLog log = new FlakyLog();
    try (Node node = new Node(log, at("ci").build())) {
      EndpointMXBean bean = node.bean("ci");
      bean.pause();
      await().atMost(DEADLINE).until(bean::getState, "paused"::equals);
      log.fail();
      node.apply(changed(at("ci")));
      log.work();

      Applied applied = node.apply(changed(at("ci")));

      assertThat(applied.lines())
          .containsExactly("Endpoint ci has changed (headers); 0 pending; it stays paused");
    }
  }

  @Test
  void refusesOperationsWhileAnEndpointStandsStill() {
    FlakyLog log = new FlakyLog();
    try (Node node = new Node(log, at("ci").build())) {
      EndpointMXBean bean = node.bean("ci");
      log.fail();
      node.apply(changed(at("ci")));

      String why = "Could not operate endpoint ci: it stands still: the disk is full";
      assertThatThrownBy(bean::pause).isInstanceOf(IllegalStateException.class).hasMessage(why);
      assertThatThrownBy(bean::resume).isInstanceOf(IllegalStateException.class).hasMessage(why);
      assertThatThrownBy(bean::skip).isInstanceOf(IllegalStateException.class).hasMessage(why);
      assertThatThrownBy(() -> bean.redriveDeadLetter(1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(why);
      assertThat(bean.getDeadLetters()).isZero();
      log.work();
      node.apply(changed(at("ci")));

      bean.pause();

      await().atMost(DEADLINE).until(bean::getState, "paused"::equals);
    }
  }

  @Test
  void refusesOperationsOnceAllIsStopped() {
    try (Node node = Node.inMemory(at("ci").build())) {
      EndpointMXBean bean = node.bean("ci");

      node.endpoints().close(Duration.ZERO);

      assertThatThrownBy(bean::skip)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("Could not operate endpoint ci: notifications are being stopped");
    }
  }

  @Test
  void preparesAndWarnsOnceHoweverOftenItIsTried() {
    FlakyLog log = new FlakyLog();
    URI elsewhere = URI.create("http://ci.example.com/");
    try (Node node = new Node(log, at("ci").build());
        RecordedLog warnings = RecordedLog.of(SenderFactory.class)) {
      EndpointConfig changed = EndpointConfig.to("ci", elsewhere).build();
      EndpointConfig added = EndpointConfig.to("new", elsewhere).build();
      log.fail();
      for (int i = 0; i < 3; i++) {
        assertThat(node.apply(changed, added).problems()).hasSize(2);
      }
      log.work();

      Applied applied = node.apply(changed, added);

      assertThat(applied.problems()).isEmpty();
      assertThat(warnings.lines()).hasSize(2);
    }
  }

  @Test
  void waitsForNoOperatorWhoWaitsForAnEndpointThatHangs() throws Exception {
    try (SilentServer silent = new SilentServer();
        Node node = Node.inMemory(silent.endpoint("hanging").build())) {
      node.push("one");
      silent.awaitRequest();
      FutureTask<Throwable> skip =
          new FutureTask<>(() -> catchThrowable(node.bean("hanging")::skip));
      Thread operator = new Thread(skip);
      operator.start();
      await().atMost(DEADLINE).until(operator::getState, State.TIMED_WAITING::equals);

      Applied applied = node.apply(silent.endpoint("hanging").build(), at("new").build());

      assertThat(applied.lines()).hasSize(1);
      assertThat(skip).isNotDone();
      operator.interrupt();
      assertThat(skip.get(DEADLINE.toSeconds(), TimeUnit.SECONDS))
          .hasMessageContaining("interrupted");
    }
  }

  @Test
  void showsAndHidesEndpointsWhileOperatorsAreFree() throws Exception {
    List<String> operated = new CopyOnWriteArrayList<>();
    try (Node node = Node.inMemory(at("ci").build(), at("old").build())) {
      NotificationListener listener =
          (notification, handback) -> operated.add(operateElsewhere(node, notification.getType()));
      node.beans().addNotificationListener(MBeanServerDelegate.DELEGATE_NAME, listener, null, null);

      node.apply(at("ci").build(), at("new").build());

      assertThat(operated)
          .containsExactly(
              MBeanServerNotification.UNREGISTRATION_NOTIFICATION,
              MBeanServerNotification.REGISTRATION_NOTIFICATION);
      node.beans().removeNotificationListener(MBeanServerDelegate.DELEGATE_NAME, listener);
    }
  }

  /** As a listener does that has another thread do it, and waits. */
  private static String operateElsewhere(Node node, String type) {
    try {
      CompletableFuture.runAsync(node.bean("ci")::retryNow)
          .get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
      return type;
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      return e.toString();
    }
  }

  private static FilterConfig ignoringPushes() {
    Selection pushes = new Selection(Set.of("push"), Set.of(), List.of(), List.of());
    return new FilterConfig(Selection.NONE, pushes, true);
  }

  private EndpointConfigBuilder at(String name) {
    return receivers.endpoint(name);
  }

  private static EndpointConfig changed(EndpointConfigBuilder endpoint) {
    return endpoint.headers(Map.of("X-Setting", List.of("new"))).build();
  }

  private void awaitCount(String name, int count) {
    await().atMost(DEADLINE).until(receivers.of(name)::count, arrived -> arrived >= count);
  }
}
