package dev.registrynotifications.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.EventFormat;
import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.config.Selection;
import dev.registrynotifications.endpoint.Courier.Outlet;
import dev.registrynotifications.endpoint.send.Delivery;
import dev.registrynotifications.endpoint.send.ScriptedSender;
import dev.registrynotifications.endpoint.send.Sender;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourierTest {

  private static final EventKey PUSH = new EventKey(Action.PUSH, "x", "a", "");
  private static final EventKey PULL = new EventKey(Action.PULL, "x", "a", "");
  private static final Instant NOW = Instant.parse("2026-11-24T08:30:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final EventLog log = EventLog.inMemory(1024 * 1024);
  private final EndpointStats stats = new EndpointStats();
  private final EndpointSubscriber subscriber =
      new EndpointSubscriber("ci", new EventFilter(ignoring(Set.of("pull"), Set.of())), stats);
  private final FlakyDeadLetters letters = new FlakyDeadLetters();
  private final NotingDelayer delayer = new NotingDelayer();
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
  void leavesTheRestInTheLogWhenDeliveryEndsInFailure() {
    ScriptedSender sender =
        new ScriptedSender(ScriptedSender.answered(200), ScriptedSender.answered(503));
    append(PUSH, "one");
    append(PUSH, "two");
    append(PUSH, "three");
    Courier courier = courier(sender);

    courier.run();

    assertThat(sender.attempts()).containsExactly(envelope("one"), envelope("two"));
    assertThat(stats.getPending()).isEqualTo(2);
    assertThat(records()).isEqualTo(2);
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
            });
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
    Thread thread = new Thread(courier(new ScriptedSender()), "courier");
    thread.start();

    thread.interrupt();

    thread.join(30_000);
    assertThat(thread.isAlive()).isFalse();
    assertThat(stats.getState()).isEqualTo(EndpointState.STOPPED);
  }

  @Test
  void makesARejectedEventADeadLetterAndGoesOnWithTheNext() {
    ScriptedSender sender = new ScriptedSender(ScriptedSender.rejected(422));
    append(PUSH, "one");
    append(PUSH, "two");
    Courier courier = courier(sender);

    courier.stop();
    courier.run();

    assertThat(sender.attempts()).containsExactly(envelope("one"), envelope("two"));
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
    ScriptedSender sender = new ScriptedSender(ScriptedSender.rejected(413));
    letters.add(letter(7, "poison"));
    intake.redrive(7);
    Courier courier = courier(sender);

    courier.stop();
    courier.run();

    DeadLetter letter = letters.find(7).orElseThrow();
    assertThat(letter.lastStatus()).isEqualTo(413);
    assertThat(letter.reason()).isEqualTo("it answered 413, at the last of 3 attempts");
    assertThat(letter.time()).isEqualTo(NOW);
    assertThat(letters.count()).isEqualTo(1);
  }

  @Test
  void keepsADeadLetterWhoseRedriveEndsInFailure() {
    letters.add(letter(7, "poison"));
    intake.redrive(7);

    courier(new ScriptedSender(ScriptedSender.answered(503))).run();

    assertThat(letters.find(7).orElseThrow().reason()).isEqualTo("before");
  }

  @Test
  void triesAgainToKeepADeadLetterBeforeItGoesOn() {
    ScriptedSender sender = new ScriptedSender(ScriptedSender.rejected(422));
    append(PUSH, "one");
    append(PUSH, "two");
    letters.fail(2);
    Courier courier = courier(sender);

    courier.stop();
    try (RecordedLog lines = RecordedLog.of(Courier.class)) {
      courier.run();

      assertThat(lines.lines())
          .containsExactly(
              "SEVERE Endpoint ci waits for the journal: java.io.IOException: no space left;"
                  + " next attempts every 1000 ms",
              "INFO Endpoint ci can use the journal again");
    }
    assertThat(sender.attempts()).containsExactly(envelope("one"), envelope("two"));
    assertThat(delayer.pauses()).containsExactly(SECOND, SECOND);
    assertThat(letterPayloads()).containsExactly(event("one"));
    assertThat(records()).isZero();
    assertThat(stats.getDeadLettered()).isEqualTo(1);
  }

  @Test
  void leavesAnEventInTheLogThatCannotBeKeptAsADeadLetter() {
    append(PUSH, "one");
    letters.fail(1);
    delayer.stop();

    courier(new ScriptedSender(ScriptedSender.rejected(422))).run();

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

    courier.stop();
    courier.run();

    assertThat(sender.attempts()).containsExactly(envelope("poison"));
    assertThat(letters.count()).isZero();
  }

  @Test
  void goesOnWhenTheJournalCanBeReadAgain() {
    ScriptedSender sender = new ScriptedSender();
    LoggedEvent event = new LoggedEvent(1, 0, PUSH, event("one").getBytes(UTF_8));
    ScriptedCursor cursor = new ScriptedCursor(event);
    cursor.fail(3);
    intake = intake(cursor);
    Courier courier = courier(sender);

    courier.stop();
    courier.run();

    assertThat(sender.attempts()).containsExactly(envelope("one"));
    assertThat(cursor.acked()).containsExactly(1L);
    assertThat(delayer.pauses()).containsExactly(SECOND, SECOND, SECOND);
  }

  @Test
  void leavesWhileTheJournalCannotBeReadWhenItIsToStop() {
    ScriptedCursor cursor = new ScriptedCursor();
    cursor.fail(Integer.MAX_VALUE);
    intake = intake(cursor);
    delayer.stop();

    courier(new ScriptedSender()).run();

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

  private Intake intake(Cursor cursor) {
    return new Intake(cursor, subscriber, new DeadLetterOffice("ci", letters, () -> NOW));
  }

  private Courier courier(Sender sender) {
    Packer packer = new Packer("log-id", EventFormat.V1);
    return new Courier("ci", intake, packer, new Outlet(sender, delayer), stats);
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
    LoggedEvent event = new LoggedEvent(sequence, 0, PUSH, event(id).getBytes(UTF_8));
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
