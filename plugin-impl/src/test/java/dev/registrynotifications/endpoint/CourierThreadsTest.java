package dev.registrynotifications.endpoint;

import static dev.registrynotifications.Patience.DEADLINE;
import static dev.registrynotifications.endpoint.CourierRig.PUSH;
import static dev.registrynotifications.endpoint.CourierRig.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.registrynotifications.endpoint.attempt.ScriptedSender;
import dev.registrynotifications.endpoint.attempt.Sender;
import dev.registrynotifications.endpoint.lane.Schedule;
import dev.registrynotifications.metrics.EndpointState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who takes the turns, and who is woken for them. */
class CourierThreadsTest {

  @AutoClose private final CourierRig rig = new CourierRig();

  @Test
  void hasAsManyRequestsUnderWayAsItMayOfABacklog() {
    List<Runnable> underWay = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      rig.appendPush("repository-" + i, "event-" + i);
    }
    Schedule schedule = CourierRig.schedule(8);
    Courier courier =
        rig.courier(schedule, CourierRig.outlet(new ScriptedSender(), underWay::add), rig.time());

    courier.turn();
    assertThat(underWay).hasSize(8);
    assertThat(rig.stats().getInFlight()).isEqualTo(8);

    List.copyOf(underWay).forEach(Runnable::run);
    assertThat(underWay).hasSize(16);
    assertThat(rig.stats().getInFlight()).isEqualTo(8);
  }

  @Test
  void comesByTheNextRequestOnTheThreadOfTheLastWithoutBeingWoken() {
    Queue<Runnable> underWay = new ArrayDeque<>();
    rig.appendPush("a", "one");
    rig.appendPush("a", "two");
    rig.appendPush("a", "three");
    Schedule schedule = CourierRig.schedule(2);
    Courier courier =
        rig.courier(schedule, CourierRig.outlet(new ScriptedSender(), underWay::add), rig.time());

    courier.turn();
    while (!underWay.isEmpty()) {
      underWay.remove().run();
    }

    assertThat(rig.records()).isZero();
    assertThat(rig.time().rung()).isZero();
  }

  @Test
  void takesNoTurnWhenItHasLeft() {
    Queue<Runnable> underWay = new ArrayDeque<>();
    rig.appendPush("a", "one");
    Schedule schedule = CourierRig.schedule(2);
    AlarmClock alarm = new TickingAlarmClock(Ticker.systemTicker());
    Courier courier =
        rig.courier(schedule, CourierRig.outlet(new ScriptedSender(), underWay::add), alarm);
    Thread.currentThread().interrupt();

    courier.run();
    assertThat(Thread.interrupted()).isTrue();
    underWay.remove().run();

    assertThat(rig.records()).isOne();
    assertThat(rig.stats().getState()).isEqualTo(EndpointState.STOPPED);
  }

  @Test
  void tellsAMistakeThatWasMadeOnTheThreadOfARequest() {
    Queue<Runnable> underWay = new ArrayDeque<>();
    rig.appendPush("a", "one");
    rig.appendPush("a", "two");
    Outlet outlet = CourierRig.outlet(new ScriptedSender(), underWay::add);
    Outlet broken =
        (batch, told) -> {
          if (batch.parcels().get(0).event().sequence() == 2) {
            throw new IllegalStateException("a test's");
          }
          outlet.send(batch, told);
        };
    Schedule schedule = CourierRig.schedule(2);
    Courier courier = rig.courier(schedule, broken, rig.time());
    rig.time().plan(SECOND, () -> underWay.remove().run());

    try (RecordedLog lines = RecordedLog.of(Condition.class)) {
      courier.run();

      assertThat(lines.lines())
          .containsExactly("SEVERE Endpoint ci has stopped: its courier failed");
    }
    assertThat(rig.stats().getState()).isEqualTo(EndpointState.STOPPED);
  }

  @Test
  void isWokenForAnOutcomeThatComesAmidstATurnOfAnotherThread() throws Exception {
    rig.appendPush("a", "one");
    rig.appendPush("b", "two");
    List<Runnable> underWay = new ArrayList<>();
    Outlet inner = CourierRig.outlet(new ScriptedSender(), underWay::add);
    Outlet outlet =
        (batch, told) -> {
          inner.send(batch, told);
          if (underWay.size() == 2) {
            run(underWay.get(0));
          }
        };
    Schedule schedule = CourierRig.schedule(2);
    Courier courier = rig.courier(schedule, outlet, rig.time());

    courier.turn();
    assertThat(rig.time().rung()).isOne();
    courier.turn();

    assertThat(rig.records()).isOne();
  }

  private static void run(Runnable task) {
    Thread thread = new Thread(task, "sending");
    thread.start();
    Uninterruptibles.joinUninterruptibly(thread, DEADLINE);
  }

  @Test
  void isNotWokenForALaneThatRestsAsLongAsItSleeps() {
    rig.appendPush("bad", "one");
    for (int i = 0; i < 4; i++) {
      rig.appendPush("good", "good-" + i);
    }
    Queue<Runnable> underWay = new ArrayDeque<>();
    Sender sender = new ScriptedSender(ScriptedSender.answered(500), ScriptedSender.answered(200));
    Schedule schedule = CourierRig.schedule(2);
    Courier courier = rig.courier(schedule, CourierRig.outlet(sender, underWay::add), rig.time());
    courier.turn();
    underWay.remove().run();
    int whenItRests = rig.time().rung();
    courier.turn();

    while (!underWay.isEmpty()) {
      underWay.remove().run();
    }

    assertThat(whenItRests).isOne();
    assertThat(rig.time().rung()).isEqualTo(whenItRests);
    assertThat(rig.stats().getPending()).isOne();
  }

  @Test
  void isWokenByAnEventOnlyWhereItCouldSendIt() {
    rig.append(PUSH, "one");
    Courier courier = rig.courier(ScriptedSender.answering(503, 3));
    while (rig.stats().getState() != EndpointState.BACKING_OFF) {
      rig.time().advance(courier.turn().atMost().orElseThrow());
    }
    courier.turn();

    courier.wake();
    assertThat(rig.time().rung()).isZero();

    rig.time().advance(Duration.ofMinutes(1));
    courier.turn();
    courier.turn();
    courier.wake();
    assertThat(rig.records()).isZero();
    assertThat(rig.time().rung()).isOne();
  }

  @Test
  void wakesAtTheTailForEachEventHoweverTheCallsFall() throws InterruptedException {
    int events = 2_000;
    CountDownLatch delivered = new CountDownLatch(events);
    Courier courier =
        rig.courier(
            envelope -> {
              delivered.countDown();
              return ScriptedSender.answered(200);
            },
            new TickingAlarmClock(Ticker.systemTicker()));
    Thread thread = new Thread(courier, "courier");
    thread.start();

    for (int i = 0; i < events; i++) {
      rig.append(PUSH, "event");
      courier.wake();
    }

    assertThat(delivered.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    courier.stop();
    thread.join(DEADLINE.toMillis());
    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void leavesWhenItsThreadIsInterrupted() throws InterruptedException {
    Thread thread =
        new Thread(
            rig.courier(new ScriptedSender(), new TickingAlarmClock(Ticker.systemTicker())),
            "courier");
    thread.start();

    thread.interrupt();

    thread.join(DEADLINE.toMillis());
    assertThat(thread.isAlive()).isFalse();
    assertThat(rig.stats().getState()).isEqualTo(EndpointState.STOPPED);
  }
}
