package dev.registrynotifications.endpoint;

import static dev.registrynotifications.endpoint.CourierRig.PULL;
import static dev.registrynotifications.endpoint.CourierRig.PUSH;
import static dev.registrynotifications.endpoint.CourierRig.SECOND;
import static dev.registrynotifications.endpoint.CourierRig.envelope;
import static dev.registrynotifications.endpoint.CourierRig.logged;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.ScriptedSender;
import dev.registrynotifications.metrics.EndpointState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How events get from the log to an endpoint, and what is said of it. */
class CourierTest {

  @AutoClose private final CourierRig rig = new CourierRig();

  @Test
  void deliversWhatIsLeftWhenItIsToldToStop() {
    ScriptedSender sender = new ScriptedSender();
    rig.append(PUSH, "one");
    rig.append(PUSH, "two");
    Courier courier = rig.courier(sender);

    courier.stop();
    courier.run();

    assertThat(sender.attempts()).containsExactly(envelope("one"), envelope("two"));
    assertThat(rig.records()).isZero();
    assertThat(rig.stats().getPending()).isZero();
    assertThat(rig.stats().getState()).isEqualTo(EndpointState.STOPPED);
  }

  @Test
  void passesOverWhatIsNotForItsEndpoint() {
    ScriptedSender sender = new ScriptedSender();
    rig.append(PULL, "one");
    rig.append(PUSH, "two");
    Courier courier = rig.courier(sender);

    courier.stop();
    courier.run();

    assertThat(sender.attempts()).containsExactly(envelope("two"));
    assertThat(rig.records()).isZero();
  }

  @Test
  void leavesTheRestInTheLogWhenTheEndpointIsDeadAtAStop() {
    ScriptedSender sender =
        new ScriptedSender(
            ScriptedSender.answered(200),
            ScriptedSender.answered(503),
            ScriptedSender.failed(),
            ScriptedSender.failed());
    rig.append(PUSH, "one");
    rig.append(PUSH, "two");
    rig.append(PUSH, "three");
    Courier courier = rig.courier(sender);

    courier.stop();
    courier.run();

    assertThat(sender.attempts())
        .containsExactly(envelope("one"), envelope("two"), envelope("two"), envelope("two"));
    assertThat(rig.stats().getPending()).isEqualTo(2);
    assertThat(rig.records()).isEqualTo(2);
  }

  @Test
  void triesOnThroughAStopWhenTheEndpointOnlyStumbles() {
    ScriptedSender sender = new ScriptedSender(ScriptedSender.failed(), ScriptedSender.failed());
    rig.append(PUSH, "one");
    rig.append(PUSH, "two");
    Courier courier = rig.courier(sender);

    courier.stop();
    courier.run();

    assertThat(sender.attempts())
        .containsExactly(envelope("one"), envelope("one"), envelope("one"), envelope("two"));
    assertThat(rig.records()).isZero();
  }

  @Test
  void saysOnceThatAnEndpointIsDeadAndOnceThatItIsWell() {
    ScriptedSender sender = ScriptedSender.answering(503, 6);
    rig.append(PUSH, "one");
    Courier courier = rig.courier(sender);
    rig.time().plan(Duration.ofMinutes(1), courier::stop);

    try (RecordedLog lines = RecordedLog.of(Condition.class)) {
      courier.run();

      assertThat(lines.lines())
          .containsExactly(
              "WARNING Endpoint ci is backing off: it answered 503; 1 pending, next attempt in"
                  + " 1000 ms",
              "INFO Endpoint ci is well again, after 15000 ms; 1 pending");
    }
    assertThat(sender.attempts()).hasSize(7);
  }

  @Test
  void carriesWhatComesInWhileItSleeps() {
    ScriptedSender sender = new ScriptedSender();
    Courier courier = rig.courier(sender);
    rig.time()
        .plan(
            SECOND,
            () -> {
              rig.append(PUSH, "one");
              courier.wake();
            });
    rig.time().plan(Duration.ofSeconds(2), courier::stop);

    courier.run();

    assertThat(sender.attempts()).containsExactly(envelope("one"));
  }

  @Test
  void restsWhenTheEndpointIsGoneUntilItIsResumed() {
    ScriptedSender sender = new ScriptedSender(ScriptedSender.answered(410));
    List<EndpointState> states = new ArrayList<>();
    rig.append(PUSH, "one");
    Courier courier = rig.courier(sender);
    rig.time().plan(Duration.ofDays(1), () -> states.add(rig.stats().getState()));
    rig.time().plan(Duration.ofDays(1), () -> courier.order(Dispatch::resume));
    rig.time().plan(Duration.ofDays(2), () -> states.add(rig.stats().getState()));
    rig.time().plan(Duration.ofDays(2), courier::stop);

    try (RecordedLog lines = RecordedLog.of(Condition.class)) {
      courier.run();

      assertThat(lines.lines())
          .containsExactly(
              "WARNING Endpoint ci is paused: it answered 410, it wants nothing any more; 1"
                  + " pending. It goes on when it is told to resume, at the console or by its"
                  + " MBean, or after the next start",
              "INFO Endpoint ci is resumed; 1 pending");
    }
    assertThat(states).containsExactly(EndpointState.PAUSED, EndpointState.DELIVERING);
    assertThat(sender.attempts()).containsExactly(envelope("one"), envelope("one"));
    assertThat(rig.records()).isZero();
  }

  @Test
  void isNotEndedByAnErrorOfOneAttempt() {
    List<String> attempts = new ArrayList<>();
    rig.append(PUSH, "one");
    Courier courier =
        rig.courier(
            delivery -> {
              attempts.add(new String(delivery.body(), UTF_8));
              if (attempts.size() == 1) {
                throw new StackOverflowError("a test's");
              }
              return ScriptedSender.answered(200);
            });

    courier.stop();
    courier.run();

    assertThat(attempts).containsExactly(envelope("one"), envelope("one"));
    assertThat(rig.records()).isZero();
  }

  @Test
  void sendsWhereInTheLogAnEventIs() {
    List<Map<String, String>> headers = new ArrayList<>();
    rig.append(PUSH, "one");
    rig.append(PULL, "two");
    rig.append(PUSH, "three");
    Courier courier =
        rig.courier(
            delivery -> {
              headers.add(delivery.headers());
              return ScriptedSender.answered(200);
            });

    courier.stop();
    courier.run();

    assertThat(headers)
        .containsExactly(
            Map.of(Delivery.SEQUENCE_HEADER, "log-id; 1-1; previous=0"),
            Map.of(Delivery.SEQUENCE_HEADER, "log-id; 3-3; previous=1"));
  }

  @Test
  void sendsInTheSameTurnWhatComesJustWhenItHasSeenAll() {
    ScriptedSender sender = new ScriptedSender();
    ScriptedCursor cursor = new ScriptedCursor();
    rig.readFrom(cursor);
    Courier courier = rig.courier(sender);
    cursor.whenEmpty(
        () -> {
          cursor.add(logged("late"));
          courier.wake();
        });

    courier.turn();

    assertThat(sender.attempts()).containsExactly(envelope("late"));
  }

  @Test
  void hasWhatABatchWasDeliveredWithWrittenDownOnce() {
    ScriptedCursor cursor = new ScriptedCursor(logged("one"));
    rig.readFrom(cursor);
    Courier courier = rig.courier(new ScriptedSender());

    courier.turn();
    courier.turn();

    assertThat(cursor.acked()).hasSize(1);
    assertThat(cursor.committed()).isOne();
  }
}
