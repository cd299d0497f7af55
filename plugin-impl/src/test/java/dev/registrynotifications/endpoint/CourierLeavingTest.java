package dev.registrynotifications.endpoint;

import static dev.registrynotifications.endpoint.CourierRig.PUSH;
import static dev.registrynotifications.endpoint.CourierRig.SECOND;
import static dev.registrynotifications.endpoint.CourierRig.envelope;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import dev.registrynotifications.config.BatchConfig;
import dev.registrynotifications.config.RetryConfig;
import dev.registrynotifications.endpoint.attempt.ScriptedSender;
import dev.registrynotifications.endpoint.attempt.Sender;
import dev.registrynotifications.endpoint.lane.Schedule;
import dev.registrynotifications.metrics.EndpointState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An endpoint that makes way for another, or leaves for good. */
class CourierLeavingTest {

  @AutoClose private final CourierRig rig = new CourierRig();

  @Test
  void endsWhatIsUnderWayAndBeginsNothingElseWhenItIsToMakeWay() {
    List<String> sent = new ArrayList<>();
    rig.append(PUSH, "one");
    rig.append(PUSH, "two");
    Courier[] self = new Courier[1];
    Courier courier =
        rig.courier(
            delivery -> {
              sent.add(new String(delivery.body(), UTF_8));
              self[0].makeWay();
              return ScriptedSender.answered(200);
            });
    self[0] = courier;

    courier.run();

    assertThat(sent).containsExactly(envelope("one"));
    assertThat(rig.records()).isEqualTo(1);
    assertThat(rig.stats().getPending()).isEqualTo(1);
    assertThat(rig.stats().getState()).isEqualTo(EndpointState.STOPPED);
  }

  @Test
  void makesWayAtOnceWhileNothingIsUnderWay() {
    ScriptedSender sender = ScriptedSender.answering(503, 1_000);
    rig.append(PUSH, "one");
    Courier courier = rig.courier(sender);
    rig.time().plan(Duration.ofMinutes(1), courier::makeWay);

    courier.run();

    assertThat(rig.records()).isEqualTo(1);
    assertThat(rig.time().now()).isEqualTo(Duration.ofMinutes(1));
    assertThat(rig.stats().getState()).isEqualTo(EndpointState.STOPPED);
  }

  @Test
  void notesWhatIsDeliveredThoughTheJournalTakesNoDeadLetter() {
    List<Runnable> underWay = new ArrayList<>();
    Courier courier = rejectingTheFirst(underWay);
    rig.letters().fail(Integer.MAX_VALUE);
    courier.turn();
    underWay.get(1).run();
    underWay.get(0).run();

    courier.makeWay();

    assertThat(courier.turn().leaves()).isTrue();
    assertThat(rig.records()).isOne();
    assertThat(rig.stats().getDelivered()).isOne();
    assertThat(rig.stats().getPending()).isOne();
  }

  @Test
  void waitsForWhatIsUnderWayAlsoWhileItWaitsForTheJournal() {
    List<Runnable> underWay = new ArrayList<>();
    Courier courier = rejectingTheFirst(underWay);
    rig.letters().fail(Integer.MAX_VALUE);
    courier.turn();
    underWay.get(1).run();

    courier.stop();

    assertThat(courier.turn().leaves()).isFalse();
    underWay.get(0).run();
    assertThat(courier.turn().leaves()).isTrue();
    assertThat(rig.records()).isOne();
  }

  /** Of two requests at once that one ends in a dead letter that ends first. */
  private Courier rejectingTheFirst(List<Runnable> underWay) {
    rig.appendPush("good", "one");
    rig.appendPush("bad", "two");
    RetryConfig retry =
        new RetryConfig(3, SECOND, 2, SECOND, 1, Optional.empty(), Optional.empty());
    Schedule schedule = new Schedule(BatchConfig.SINGLE, 2, retry, () -> 0.5);
    Sender sender = new ScriptedSender(ScriptedSender.answered(422));
    return rig.courier(schedule, CourierRig.outlet(sender, underWay::add), rig.time());
  }

  @Test
  void notesWhatHasComeWhenItIsMadeToLeave() {
    List<Runnable> underWay = new ArrayList<>();
    rig.append(PUSH, "one");
    Outlet outlet = CourierRig.outlet(new ScriptedSender(), underWay::add);
    Dispatch dispatch = rig.dispatch(CourierRig.schedule(2), outlet, rig.condition(), rig.time());
    dispatch.turn(false, dispatch::receive);
    underWay.get(0).run();

    dispatch.close();

    assertThat(rig.records()).isZero();
  }

  @Test
  void isPausedForWhoeverComesNextThoughItsLastRequestIsBrokenOff() {
    rig.append(PUSH, "one");
    Courier[] self = new Courier[1];
    Sender sender =
        delivery -> {
          self[0].order(Dispatch::pause);
          self[0].makeWay();
          throw new InterruptedException("a test's");
        };
    Courier courier = rig.courier(sender, new TickingAlarmClock(Ticker.systemTicker()));
    self[0] = courier;

    courier.run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(courier.lastStatus().state()).isEqualTo(EndpointState.PAUSED);
  }

  @Test
  void isPausedForWhoeverComesNextThoughItWaitsForTheJournal() {
    ScriptedCursor cursor = new ScriptedCursor();
    cursor.fail(Integer.MAX_VALUE);
    rig.readFrom(cursor);
    Courier courier = rig.courier(new ScriptedSender());
    courier.turn();
    courier.order(Dispatch::pause);
    courier.turn();
    rig.time().plan(SECOND, courier::makeWay);

    courier.run();

    assertThat(courier.lastStatus().state()).isEqualTo(EndpointState.PAUSED);
  }

  @Test
  void saysNothingOfAnEndpointThatCouldNotBegin() {
    Courier courier = rig.courier(new ScriptedSender());
    List<String> taken = new ArrayList<>();
    courier.order(dispatch -> taken.add("order"));

    courier.abandon();

    assertThat(taken).isEmpty();
    assertThat(rig.stats().getState()).isEqualTo(EndpointState.STOPPED);
  }
}
