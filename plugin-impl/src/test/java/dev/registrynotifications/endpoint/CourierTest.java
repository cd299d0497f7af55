package dev.registrynotifications.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.registrynotifications.config.BatchConfig;
import dev.registrynotifications.config.EventFormat;
import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.config.RetryConfig;
import dev.registrynotifications.config.Selection;
import dev.registrynotifications.endpoint.Dispatch.Time;
import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.ScriptedSender;
import dev.registrynotifications.endpoint.attempt.Sender;
import dev.registrynotifications.endpoint.lane.Schedule;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.StartFrom;
import dev.registrynotifications.metrics.EndpointState;
import dev.registrynotifications.metrics.EndpointStats;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourierTest {

  private static final EventKey PUSH = new EventKey(Action.PUSH, "x", "a", "");
  private static final EventKey PULL = new EventKey(Action.PULL, "x", "a", "");
  private static final Instant NOW = ManualAlarmClock.START;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final EventLog log = EventLog.inMemory(1024 * 1024, () -> NOW);
  private final EndpointStats stats = new EndpointStats();
  private final EndpointSubscriber subscriber =
      new EndpointSubscriber("ci", new EventFilter(ignoring(Set.of("pull"), Set.of())), stats);
  private final FlakyDeadLetters letters = new FlakyDeadLetters();
  private final ManualAlarmClock time = new ManualAlarmClock();
  private Intake intake = intake(log.cursor("ci", StartFrom.LATEST, subscriber));

  @AfterEach
  void closeLog() {
    log.close();
  }

  @Test
  void deliversWhatIsLeftWhenItIsToldToStop() {
    ScriptedSender sender = new ScriptedSender();
    append(PUSH, "one");
    append(PUSH, "two");
    Courier courier = courier(sender);

    courier.stop();
    courier.run();

    assertThat(sender.attempts()).containsExactly(envelope("one"), envelope("two"));
    assertThat(records()).isZero();
    assertThat(stats.getPending()).isZero();
    assertThat(stats.getState()).isEqualTo(EndpointState.STOPPED);
  }

  @Test
  void passesOverWhatIsNotForItsEndpoint() {
    ScriptedSender sender = new ScriptedSender();
    append(PULL, "one");
    append(PUSH, "two");
    Courier courier = courier(sender);

    courier.stop();
    courier.run();

    assertThat(sender.attempts()).containsExactly(envelope("two"));
    assertThat(records()).isZero();
  }

  @Test
  void leavesTheRestInTheLogWhenTheEndpointIsDeadAtAStop() {
    ScriptedSender sender =
        new ScriptedSender(
            ScriptedSender.answered(200),
            ScriptedSender.answered(503),
            ScriptedSender.failed(),
            ScriptedSender.failed());
    append(PUSH, "one");
    append(PUSH, "two");
    append(PUSH, "three");
    Courier courier = courier(sender);

    courier.stop();
    courier.run();

    assertThat(sender.attempts())
        .containsExactly(envelope("one"), envelope("two"), envelope("two"), envelope("two"));
    assertThat(stats.getPending()).isEqualTo(2);
    assertThat(records()).isEqualTo(2);
  }

  @Test
  void triesOnThroughAStopWhenTheEndpointOnlyStumbles() {
    ScriptedSender sender = new ScriptedSender(ScriptedSender.failed(), ScriptedSender.failed());
    append(PUSH, "one");
    append(PUSH, "two");
    Courier courier = courier(sender);

    courier.stop();
    courier.run();

    assertThat(sender.attempts())
        .containsExactly(envelope("one"), envelope("one"), envelope("one"), envelope("two"));
    assertThat(records()).isZero();
  }

  @Test
  void saysOnceThatAnEndpointIsDeadAndOnceThatItIsWell() {
    ScriptedSender sender = ScriptedSender.answering(503, 6);
    append(PUSH, "one");
    Courier courier = courier(sender);
    time.plan(Duration.ofMinutes(1), courier::stop);

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
    Courier courier = courier(sender);
    time.plan(
        SECOND,
        () -> {
          append(PUSH, "one");
          courier.wake();
        });
    time.plan(Duration.ofSeconds(2), courier::stop);

    courier.run();

    assertThat(sender.attempts()).containsExactly(envelope("one"));
  }

  @Test
  void restsWhenTheEndpointIsGoneUntilItIsResumed() {
    ScriptedSender sender = new ScriptedSender(ScriptedSender.answered(410));
    List<EndpointState> states = new ArrayList<>();
    append(PUSH, "one");
    Courier courier = courier(sender);
    time.plan(Duration.ofDays(1), () -> states.add(stats.getState()));
    time.plan(Duration.ofDays(1), () -> courier.order(Dispatch::resume));
    time.plan(Duration.ofDays(2), () -> states.add(stats.getState()));
    time.plan(Duration.ofDays(2), courier::stop);

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
    assertThat(records()).isZero();
  }

  @Test
  void isNotEndedByAnErrorOfOneAttempt() {
    List<String> attempts = new ArrayList<>();
    append(PUSH, "one");
    Courier courier =
        courier(
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
    assertThat(records()).isZero();
  }

  @Test
  void hasAsManyRequestsUnderWayAsItMayOfABacklog() {
    List<Runnable> underWay = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      append(new EventKey(Action.PUSH, "x", "repository-" + i, ""), "event-" + i);
    }
    Schedule schedule = new Schedule(BatchConfig.SINGLE, 8, RetryConfig.DEFAULT, () -> 0.5);
    Courier courier = courier(schedule, outlet(new ScriptedSender(), underWay::add), time);

    courier.turn();
    assertThat(underWay).hasSize(8);
    assertThat(stats.getInFlight()).isEqualTo(8);

    List.copyOf(underWay).forEach(Runnable::run);
    assertThat(underWay).hasSize(16);
    assertThat(stats.getInFlight()).isEqualTo(8);
  }

  @Test
  void comesByTheNextRequestOnTheThreadOfTheLastWithoutBeingWoken() {
    Queue<Runnable> underWay = new ArrayDeque<>();
    append(new EventKey(Action.PUSH, "x", "a", ""), "one");
    append(new EventKey(Action.PUSH, "x", "a", ""), "two");
    append(new EventKey(Action.PUSH, "x", "a", ""), "three");
    Schedule schedule = new Schedule(BatchConfig.SINGLE, 2, RetryConfig.DEFAULT, () -> 0.5);
    Courier courier = courier(schedule, outlet(new ScriptedSender(), underWay::add), time);

    courier.turn();
    while (!underWay.isEmpty()) {
      underWay.remove().run();
    }

    assertThat(records()).isZero();
    assertThat(time.rung()).isZero();
  }

  @Test
  void takesNoTurnWhenItHasLeft() {
    Queue<Runnable> underWay = new ArrayDeque<>();
    append(new EventKey(Action.PUSH, "x", "a", ""), "one");
    Schedule schedule = new Schedule(BatchConfig.SINGLE, 2, RetryConfig.DEFAULT, () -> 0.5);
    AlarmClock alarm = new TickingAlarmClock(Ticker.systemTicker());
    Courier courier = courier(schedule, outlet(new ScriptedSender(), underWay::add), alarm);
    Thread.currentThread().interrupt();

    courier.run();
    assertThat(Thread.interrupted()).isTrue();
    underWay.remove().run();

    assertThat(records()).isOne();
    assertThat(stats.getState()).isEqualTo(EndpointState.STOPPED);
  }

  @Test
  void tellsAMistakeThatWasMadeOnTheThreadOfARequest() {
    Queue<Runnable> underWay = new ArrayDeque<>();
    append(new EventKey(Action.PUSH, "x", "a", ""), "one");
    append(new EventKey(Action.PUSH, "x", "a", ""), "two");
    Outlet outlet = outlet(new ScriptedSender(), underWay::add);
    Outlet broken =
        (batch, told) -> {
          if (batch.parcels().get(0).event().sequence() == 2) {
            throw new IllegalStateException("a test's");
          }
          outlet.send(batch, told);
        };
    Schedule schedule = new Schedule(BatchConfig.SINGLE, 2, RetryConfig.DEFAULT, () -> 0.5);
    Courier courier = courier(schedule, broken, time);
    time.plan(SECOND, () -> underWay.remove().run());

    try (RecordedLog lines = RecordedLog.of(Condition.class)) {
      courier.run();

      assertThat(lines.lines())
          .containsExactly("SEVERE Endpoint ci has stopped: its courier failed");
    }
    assertThat(stats.getState()).isEqualTo(EndpointState.STOPPED);
  }

  @Test
  void sendsInTheSameTurnWhatComesJustWhenItHasSeenAll() {
    ScriptedSender sender = new ScriptedSender();
    ScriptedCursor cursor = new ScriptedCursor();
    intake = intake(cursor);
    Courier courier = courier(sender);
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
    intake = intake(cursor);
    Courier courier = courier(new ScriptedSender());

    courier.turn();
    courier.turn();

    assertThat(cursor.acked()).hasSize(1);
    assertThat(cursor.committed()).isOne();
  }

  @Test
  void isWokenForAnOutcomeThatComesAmidstATurnOfAnotherThread() throws Exception {
    append(new EventKey(Action.PUSH, "x", "a", ""), "one");
    append(new EventKey(Action.PUSH, "x", "b", ""), "two");
    List<Runnable> underWay = new ArrayList<>();
    Outlet inner = outlet(new ScriptedSender(), underWay::add);
    Outlet outlet =
        (batch, told) -> {
          inner.send(batch, told);
          if (underWay.size() == 2) {
            run(underWay.get(0));
          }
        };
    Schedule schedule = new Schedule(BatchConfig.SINGLE, 2, RetryConfig.DEFAULT, () -> 0.5);
    Courier courier = courier(schedule, outlet, time);

    courier.turn();
    assertThat(time.rung()).isOne();
    courier.turn();

    assertThat(records()).isOne();
  }

  private static void run(Runnable task) {
    Thread thread = new Thread(task, "sending");
    thread.start();
    Uninterruptibles.joinUninterruptibly(thread, Duration.ofSeconds(30));
  }

  @Test
  void isNotWokenForALaneThatRestsAsLongAsItSleeps() {
    append(new EventKey(Action.PUSH, "x", "bad", ""), "one");
    for (int i = 0; i < 4; i++) {
      append(new EventKey(Action.PUSH, "x", "good", ""), "good-" + i);
    }
    Queue<Runnable> underWay = new ArrayDeque<>();
    Sender sender = new ScriptedSender(ScriptedSender.answered(500), ScriptedSender.answered(200));
    Schedule schedule = new Schedule(BatchConfig.SINGLE, 2, RetryConfig.DEFAULT, () -> 0.5);
    Courier courier = courier(schedule, outlet(sender, underWay::add), time);
    courier.turn();
    underWay.remove().run();
    int whenItRests = time.rung();
    courier.turn();

    while (!underWay.isEmpty()) {
      underWay.remove().run();
    }

    assertThat(whenItRests).isOne();
    assertThat(time.rung()).isEqualTo(whenItRests);
    assertThat(stats.getPending()).isOne();
  }

  @Test
  void isWokenByAnEventOnlyWhereItCouldSendIt() {
    append(PUSH, "one");
    Courier courier = courier(ScriptedSender.answering(503, 3));
    while (stats.getState() != EndpointState.BACKING_OFF) {
      time.advance(courier.turn().atMost().orElseThrow());
    }
    courier.turn();

    courier.wake();
    assertThat(time.rung()).isZero();

    time.advance(Duration.ofMinutes(1));
    courier.turn();
    courier.turn();
    courier.wake();
    assertThat(records()).isZero();
    assertThat(time.rung()).isOne();
  }

  @Test
  void wakesAtTheTailForEachEventHoweverTheCallsFall() throws InterruptedException {
    int events = 2_000;
    CountDownLatch delivered = new CountDownLatch(events);
    Courier courier =
        courier(
            envelope -> {
              delivered.countDown();
              return ScriptedSender.answered(200);
            },
            new TickingAlarmClock(Ticker.systemTicker()));
    Thread thread = new Thread(courier, "courier");
    thread.start();

    for (int i = 0; i < events; i++) {
      append(PUSH, "event");
      courier.wake();
    }

    assertThat(delivered.await(30, TimeUnit.SECONDS)).isTrue();
    courier.stop();
    thread.join(30_000);
    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void leavesWhenItsThreadIsInterrupted() throws InterruptedException {
    Thread thread =
        new Thread(
            courier(new ScriptedSender(), new TickingAlarmClock(Ticker.systemTicker())), "courier");
    thread.start();

    thread.interrupt();

    thread.join(30_000);
    assertThat(thread.isAlive()).isFalse();
    assertThat(stats.getState()).isEqualTo(EndpointState.STOPPED);
  }

  @Test
  void makesARejectedEventADeadLetterAndGoesOnWithTheNext() {
    ScriptedSender sender = ScriptedSender.answering(422, 3);
    append(PUSH, "one");
    append(PUSH, "two");
    Courier courier = courier(sender);

    courier.stop();
    courier.run();

    assertThat(sender.attempts())
        .containsExactly(envelope("one"), envelope("one"), envelope("one"), envelope("two"));
    assertThat(letterPayloads()).containsExactly(event("one"));
    assertThat(records()).isZero();
    assertThat(stats.getDeadLettered()).isEqualTo(1);
    assertThat(stats.getPending()).isZero();
  }

  @Test
  void forgetsADeadLetterThatIsDeliveredAfterAll() {
    ScriptedSender sender = new ScriptedSender();
    letters.add(letter(7, "poison"));
    intake.redrive(7);
    Courier courier = courier(sender);

    courier.stop();
    courier.run();

    assertThat(sender.attempts()).containsExactly(envelope("poison"));
    assertThat(letters.count()).isZero();
  }

  @Test
  void keepsADeadLetterThatIsRejectedAgainAndSaysWhy() {
    ScriptedSender sender = ScriptedSender.answering(413, 3);
    letters.add(letter(7, "poison"));
    intake.redrive(7);
    Courier courier = courier(sender);

    courier.stop();
    courier.run();

    DeadLetter letter = letters.find(7).orElseThrow();
    assertThat(letter.lastStatus()).isEqualTo(413);
    assertThat(letter.reason()).isEqualTo("it answered 413, at the last of 3 attempts");
    assertThat(letter.time()).isEqualTo(NOW.plusMillis(30));
    assertThat(letters.count()).isEqualTo(1);
  }

  @Test
  void keepsADeadLetterWhoseRedriveEndsInFailure() {
    letters.add(letter(7, "poison"));
    intake.redrive(7);

    Courier courier = courier(ScriptedSender.answering(503, 3));

    courier.stop();
    courier.run();

    assertThat(letters.find(7).orElseThrow().reason()).isEqualTo("before");
  }

  @Test
  void triesAgainToKeepADeadLetterBeforeItGoesOn() {
    ScriptedSender sender = ScriptedSender.answering(422, 3);
    append(PUSH, "one");
    append(PUSH, "two");
    letters.fail(2);
    Courier courier = courier(sender);
    time.plan(Duration.ofMinutes(1), courier::stop);

    try (RecordedLog lines = RecordedLog.of(Condition.class)) {
      courier.run();

      assertThat(lines.lines())
          .containsExactly(
              "SEVERE Endpoint ci waits for the journal: java.io.IOException: no space left;"
                  + " next attempts every 1000 ms",
              "INFO Endpoint ci can use the journal again");
    }
    assertThat(sender.attempts())
        .containsExactly(envelope("one"), envelope("one"), envelope("one"), envelope("two"));
    assertThat(time.naps()).endsWith(SECOND, SECOND);
    assertThat(letterPayloads()).containsExactly(event("one"));
    assertThat(records()).isZero();
    assertThat(stats.getDeadLettered()).isEqualTo(1);
  }

  @Test
  void leavesAnEventInTheLogThatCannotBeKeptAsADeadLetter() {
    append(PUSH, "one");
    letters.fail(Integer.MAX_VALUE);
    Courier courier = courier(ScriptedSender.answering(422, 3));
    time.plan(Duration.ofMinutes(1), courier::stop);

    courier.run();

    assertThat(letters.count()).isZero();
    assertThat(records()).isEqualTo(1);
    assertThat(stats.getPending()).isEqualTo(1);
  }

  @Test
  void doesNotSendADeadLetterAgainThatCouldNotBeForgotten() {
    ScriptedSender sender = new ScriptedSender();
    letters.add(letter(7, "poison"));
    letters.fail(1);
    intake.redrive(7);
    Courier courier = courier(sender);
    time.plan(Duration.ofMinutes(1), courier::stop);

    courier.run();

    assertThat(sender.attempts()).containsExactly(envelope("poison"));
    assertThat(letters.count()).isZero();
  }

  @Test
  void goesOnWhenTheJournalCanBeReadAgain() {
    ScriptedSender sender = new ScriptedSender();
    LoggedEvent event = new LoggedEvent(1, 0, NOW, PUSH, event("one").getBytes(UTF_8));
    ScriptedCursor cursor = new ScriptedCursor(event);
    cursor.fail(3);
    intake = intake(cursor);
    Courier courier = courier(sender);
    time.plan(Duration.ofMinutes(1), courier::stop);

    courier.run();

    assertThat(sender.attempts()).containsExactly(envelope("one"));
    assertThat(cursor.acked()).containsExactly(1L);
    assertThat(time.naps()).containsExactly(SECOND, SECOND, SECOND);
  }

  @Test
  void leavesWhileTheJournalCannotBeReadWhenItIsToStop() {
    ScriptedCursor cursor = new ScriptedCursor();
    cursor.fail(Integer.MAX_VALUE);
    intake = intake(cursor);
    Courier courier = courier(new ScriptedSender());
    time.plan(Duration.ofMinutes(1), courier::stop);

    courier.run();

    assertThat(cursor.isClosed()).isTrue();
    assertThat(stats.getState()).isEqualTo(EndpointState.STOPPED);
  }

  @Test
  void sendsWhereInTheLogAnEventIs() {
    List<Map<String, String>> headers = new ArrayList<>();
    append(PUSH, "one");
    append(PULL, "two");
    append(PUSH, "three");
    Courier courier =
        courier(
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
  void endsWhatIsUnderWayAndBeginsNothingElseWhenItIsToMakeWay() {
    List<String> sent = new ArrayList<>();
    append(PUSH, "one");
    append(PUSH, "two");
    Courier[] self = new Courier[1];
    Courier courier =
        courier(
            delivery -> {
              sent.add(new String(delivery.body(), UTF_8));
              self[0].makeWay();
              return ScriptedSender.answered(200);
            });
    self[0] = courier;

    courier.run();

    assertThat(sent).containsExactly(envelope("one"));
    assertThat(records()).isEqualTo(1);
    assertThat(stats.getPending()).isEqualTo(1);
    assertThat(stats.getState()).isEqualTo(EndpointState.STOPPED);
  }

  @Test
  void makesWayAtOnceWhileNothingIsUnderWay() {
    ScriptedSender sender = ScriptedSender.answering(503, 1_000);
    append(PUSH, "one");
    Courier courier = courier(sender);
    time.plan(Duration.ofMinutes(1), courier::makeWay);

    courier.run();

    assertThat(records()).isEqualTo(1);
    assertThat(time.now()).isEqualTo(Duration.ofMinutes(1));
    assertThat(stats.getState()).isEqualTo(EndpointState.STOPPED);
  }

  @Test
  void notesWhatIsDeliveredThoughTheJournalTakesNoDeadLetter() {
    List<Runnable> underWay = new ArrayList<>();
    Courier courier = rejectingTheFirst(underWay);
    letters.fail(Integer.MAX_VALUE);
    courier.turn();
    underWay.get(1).run();
    underWay.get(0).run();

    courier.makeWay();

    assertThat(courier.turn().leaves()).isTrue();
    assertThat(records()).isOne();
    assertThat(stats.getDelivered()).isOne();
    assertThat(stats.getPending()).isOne();
  }

  @Test
  void waitsForWhatIsUnderWayAlsoWhileItWaitsForTheJournal() {
    List<Runnable> underWay = new ArrayList<>();
    Courier courier = rejectingTheFirst(underWay);
    letters.fail(Integer.MAX_VALUE);
    courier.turn();
    underWay.get(1).run();

    courier.stop();

    assertThat(courier.turn().leaves()).isFalse();
    underWay.get(0).run();
    assertThat(courier.turn().leaves()).isTrue();
    assertThat(records()).isOne();
  }

  @Test
  void notesWhatHasComeWhenItIsMadeToLeave() {
    List<Runnable> underWay = new ArrayList<>();
    append(PUSH, "one");
    Schedule schedule = new Schedule(BatchConfig.SINGLE, 2, RetryConfig.DEFAULT, () -> 0.5);
    Outlet outlet = outlet(new ScriptedSender(), underWay::add);
    Dispatch dispatch =
        new Dispatch(
            intake, schedule, outlet, new Condition("ci", stats, time), new Time(time, time));
    dispatch.turn(false, dispatch::receive);
    underWay.get(0).run();

    dispatch.close();

    assertThat(records()).isZero();
  }

  /** Of two requests at once that one ends in a dead letter that ends first. */
  private Courier rejectingTheFirst(List<Runnable> underWay) {
    append(new EventKey(Action.PUSH, "x", "good", ""), "one");
    append(new EventKey(Action.PUSH, "x", "bad", ""), "two");
    RetryConfig retry =
        new RetryConfig(3, SECOND, 2, SECOND, 1, Optional.empty(), Optional.empty());
    Schedule schedule = new Schedule(BatchConfig.SINGLE, 2, retry, () -> 0.5);
    Sender sender = new ScriptedSender(ScriptedSender.answered(422));
    return courier(schedule, outlet(sender, underWay::add), time);
  }

  @Test
  void isPausedForWhoeverComesNextThoughItsLastRequestIsBrokenOff() {
    append(PUSH, "one");
    Courier[] self = new Courier[1];
    Sender sender =
        delivery -> {
          self[0].order(Dispatch::pause);
          self[0].makeWay();
          throw new InterruptedException("a test's");
        };
    Courier courier = courier(sender, new TickingAlarmClock(Ticker.systemTicker()));
    self[0] = courier;

    courier.run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(courier.lastStatus().state()).isEqualTo(EndpointState.PAUSED);
  }

  @Test
  void isPausedForWhoeverComesNextThoughItWaitsForTheJournal() {
    ScriptedCursor cursor = new ScriptedCursor();
    cursor.fail(Integer.MAX_VALUE);
    intake = intake(cursor);
    Courier courier = courier(new ScriptedSender());
    courier.turn();
    courier.order(Dispatch::pause);
    courier.turn();
    time.plan(SECOND, courier::makeWay);

    courier.run();

    assertThat(courier.lastStatus().state()).isEqualTo(EndpointState.PAUSED);
  }

  @Test
  void saysNothingOfAnEndpointThatCouldNotBegin() {
    Courier courier = courier(new ScriptedSender());
    List<String> taken = new ArrayList<>();
    courier.order(dispatch -> taken.add("order"));

    courier.abandon();

    assertThat(taken).isEmpty();
    assertThat(stats.getState()).isEqualTo(EndpointState.STOPPED);
  }

  private static LoggedEvent logged(String id) {
    return new LoggedEvent(1, 0, NOW, PUSH, event(id).getBytes(UTF_8));
  }

  private Intake intake(Cursor cursor) {
    return new Intake(
        cursor, subscriber, new DeadLetterOffice("ci", letters, time, stats.announcements()));
  }

  private Courier courier(Sender sender) {
    return courier(sender, time);
  }

  private Courier courier(Sender sender, AlarmClock alarm) {
    RetryConfig retry =
        new RetryConfig(3, SECOND, 2, Duration.ofMinutes(5), 3, Optional.empty(), Optional.empty());
    Schedule schedule = new Schedule(BatchConfig.SINGLE, 1, retry, () -> 0.5);
    return courier(schedule, outlet(sender, Runnable::run), alarm);
  }

  private static Outlet outlet(Sender sender, Executor threads) {
    EndpointStats stats = new EndpointStats();
    return outlet(sender, threads, stats);
  }

  private static Outlet outlet(Sender sender, Executor threads, EndpointStats stats) {
    AttemptRecorder recorder =
        new AttemptRecorder(
            "ci", sender, stats.attempts(), InstantSource.system(), Ticker.systemTicker());
    return new SendingOutlet("ci", new Packer("log-id", EventFormat.V1), recorder, threads);
  }

  private Courier courier(Schedule schedule, Outlet outlet, AlarmClock alarm) {
    Condition condition = new Condition("ci", stats, time);
    return new Courier(
        new Dispatch(intake, schedule, outlet, condition, new Time(alarm, time)), condition, alarm);
  }

  private void append(EventKey key, String id) {
    if (key.action() == Action.PUSH) {
      stats.recordEvent();
    }
    log.append(key, event(id).getBytes(UTF_8));
  }

  private long records() {
    return log.status().contents().records();
  }

  private static DeadLetter letter(long sequence, String id) {
    LoggedEvent event = new LoggedEvent(sequence, 0, NOW, PUSH, event(id).getBytes(UTF_8));
    return new DeadLetter(event, Instant.EPOCH, 3, 400, "before");
  }

  private List<String> letterPayloads() {
    return letters.list(10).stream()
        .map(letter -> new String(letter.event().payload(), UTF_8))
        .toList();
  }

  private static String envelope(String id) {
    return "{\n   \"events\": [\n      " + event(id) + "\n   ]\n}";
  }

  private static String event(String id) {
    return "{\"id\": \"" + id + "\"}";
  }

  private static FilterConfig ignoring(Set<String> actions, Set<String> mediaTypes) {
    Selection ignored = new Selection(actions, mediaTypes, List.of(), List.of());
    return new FilterConfig(Selection.NONE, ignored, true);
  }
}
