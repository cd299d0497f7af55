package dev.registrynotifications.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.event.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every event log does, whatever it keeps its events in. */
abstract class EventLogContract {

  static final EventKey KEY = new EventKey(Action.PUSH, "application/x", "team/app", "v1");
  private EventLog log;

  /** A new, empty log with room for what the contract appends. */
  abstract EventLog newLog();

  @BeforeEach
  void openLog() {
    log = newLog();
  }

  @AfterEach
  void closeLog() {
    log.close();
  }

  @Test
  void givesEventsBackInOrderWithTheirKeys() {
    Cursor cursor = cursor("ci");

    long first = append("a");
    long second = append("b");

    assertThat(second).isGreaterThan(first);
    assertThat(cursor.next())
        .hasValueSatisfying(
            event -> {
              assertThat(event.sequence()).isEqualTo(first);
              assertThat(event.key()).isEqualTo(KEY);
              assertThat(event.payload()).isEqualTo("a".getBytes(UTF_8));
            });
    assertThat(payload(cursor.next())).isEqualTo("b");
    assertThat(cursor.next()).isEmpty();
  }

  @Test
  void startsANewCursorAtTheEnd() {
    append("before");
    Cursor cursor = cursor("ci");
    append("after");

    assertThat(drain(cursor)).containsExactly("after");
  }

  @Test
  void givesEveryEventToEveryCursor() {
    Cursor ci = cursor("ci");
    Cursor scanner = cursor("scanner");
    append("a");
    append("b");

    assertThat(drain(ci)).containsExactly("a", "b");
    assertThat(drain(scanner)).containsExactly("a", "b");
  }

  @Test
  void readsOnAtTheTailAfterItWasEmpty() {
    Cursor cursor = cursor("ci");

    assertThat(cursor.next()).isEmpty();
    append("a");

    assertThat(payload(cursor.next())).isEqualTo("a");
  }

  @Test
  void keepsEventsForASlowCursorWhenAFastOneIsDone() {
    Cursor fast = cursor("fast");
    Cursor slow = cursor("slow");
    append("a");
    append("b");

    drain(fast);

    assertThat(drain(slow)).containsExactly("a", "b");
  }

  @Test
  void readsUnacknowledgedEventsAgainAfterReopeningTheCursor() {
    Cursor cursor = cursor("ci");
    append("a");
    append("b");
    append("c");
    LoggedEvent first = cursor.next().orElseThrow();
    cursor.next();
    cursor.ack(first.sequence());
    cursor.close();

    assertThat(drain(cursor("ci"))).containsExactly("b", "c");
  }

  @Test
  void keepsEventsThatCameWhileTheCursorWasClosed() {
    cursor("ci").close();
    append("meanwhile");

    assertThat(drain(cursor("ci"))).containsExactly("meanwhile");
  }

  @Test
  void holdsTheBaseUntilTheOldestEventIsAcknowledged() {
    Cursor cursor = cursor("ci");
    append("a");
    append("b");
    append("c");
    List<LoggedEvent> events = List.of(next(cursor), next(cursor), next(cursor));

    cursor.ack(events.get(2).sequence());
    cursor.ack(events.get(1).sequence());
    cursor.ack(events.get(0).sequence());
    cursor.close();

    assertThat(cursor("ci").next()).isEmpty();
  }

  @Test
  void doesNotReadAgainWhatWasAcknowledgedOutOfOrder() {
    Cursor cursor = cursor("ci");
    append("a");
    append("b");
    append("c");
    assertThat(payload(cursor.next())).isEqualTo("a");
    cursor.ack(next(cursor).sequence());
    cursor.close();

    assertThat(drain(cursor("ci"))).containsExactly("a", "c");
  }

  @Test
  void takesTheSameAcknowledgementTwice() {
    Cursor cursor = cursor("ci");
    append("a");
    append("b");
    long first = next(cursor).sequence();

    cursor.ack(first);
    cursor.ack(first);

    assertThat(drain(cursor)).containsExactly("b");
  }

  @Test
  void refusesToAcknowledgeWhatWasNotRead() {
    Cursor cursor = cursor("ci");
    long sequence = append("a");

    assertThatThrownBy(() -> cursor.ack(sequence)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void waitsAtTheEndOfItsWindowAndGoesOnAfterAnAcknowledgement() {
    Cursor cursor = cursor("ci");
    for (int i = 0; i <= Cursor.WINDOW; i++) {
      append("event " + i);
    }
    long first = next(cursor).sequence();
    for (int i = 1; i < Cursor.WINDOW; i++) {
      cursor.ack(next(cursor).sequence());
    }

    assertThat(cursor.next()).isEmpty();
    cursor.ack(first);

    assertThat(payload(cursor.next())).isEqualTo("event " + Cursor.WINDOW);
  }

  @Test
  void refusesASecondCursorOfTheSameName() {
    cursor("ci");

    assertThatThrownBy(() -> cursor("ci"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ci");
  }

  @Test
  void refusesAppendsAfterItWasClosed() {
    log.close();

    assertThatThrownBy(() -> append("late")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void givesEventsOfManyAppendersInTheOrderOfEachOfThem() throws Exception {
    int appenders = 4;
    int eventsEach = 500;
    Cursor cursor = cursor("ci");
    ExecutorService threads = Executors.newFixedThreadPool(appenders);

    try {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int i = 0; i < appenders; i++) {
        int appender = i;
        tasks.add(() -> appendAll(appender, eventsEach));
      }
      for (Future<Void> task : threads.invokeAll(tasks)) {
        task.get();
      }
    } finally {
      threads.shutdownNow();
    }

    List<String> read = drain(cursor);
    assertThat(read).hasSize(appenders * eventsEach);
    for (int i = 0; i < appenders; i++) {
      String prefix = i + ":";
      assertThat(read.stream().filter(payload -> payload.startsWith(prefix)))
          .isSortedAccordingTo((a, b) -> Integer.compare(numberOf(a), numberOf(b)))
          .hasSize(eventsEach);
    }
  }

  private Void appendAll(int appender, int events) {
    for (int i = 0; i < events; i++) {
      append(appender + ":" + i);
    }
    return null;
  }

  private static int numberOf(String payload) {
    return Integer.parseInt(payload.substring(payload.indexOf(':') + 1));
  }

  final EventLog log() {
    return log;
  }

  final Cursor cursor(String name) {
    return log.cursor(name, EventLogContract::failOnDrop);
  }

  private static void failOnDrop(EventKey key) {
    throw new AssertionError("dropped " + key);
  }

  final long append(String payload) {
    return log.append(KEY, payload.getBytes(UTF_8));
  }

  static String payload(Optional<LoggedEvent> event) {
    return new String(event.orElseThrow().payload(), UTF_8);
  }

  private static LoggedEvent next(Cursor cursor) {
    return cursor.next().orElseThrow();
  }

  /** Reads to the end, acknowledging what it reads: otherwise the window would end it. */
  static List<String> drain(Cursor cursor) {
    List<String> payloads = new ArrayList<>();
    for (Optional<LoggedEvent> next = cursor.next(); next.isPresent(); next = cursor.next()) {
      payloads.add(payload(next));
      cursor.ack(next.get().sequence());
    }
    return payloads;
  }
}
