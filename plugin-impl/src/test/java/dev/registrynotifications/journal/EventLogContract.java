package dev.registrynotifications.journal;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.RecordingSubscriber.Backlog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every event log does, whatever it keeps its events in. */
public abstract class EventLogContract {

  protected static final EventKey KEY =
      new EventKey(Action.PUSH, "application/x", "team/app", "v1");
  private static final EventKey OTHER = new EventKey(Action.PULL, "", "team/app", "");

  private EventLog log;

  /** A new, empty log with room for what the contract appends. */
  protected abstract EventLog newLog() throws IOException;

  @BeforeEach
  void openLog() throws IOException {
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
  void keepsWhetherItWasAHeadRequest() {
    EventKey head = new EventKey(Action.PULL, "application/x", "team/app", "v1", true);
    Cursor cursor = cursor("ci");

    append(head, "a");

    assertThat(next(cursor).key()).isEqualTo(head);
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
  void knowsWhenTheOldestEventCameThatIsNotAcknowledged() {
    Cursor cursor = cursor("ci");
    append("a");
    append("b");
    assertThat(cursor.oldestTaken()).isEmpty();

    LoggedEvent first = next(cursor);
    LoggedEvent second = next(cursor);
    assertThat(cursor.oldestTaken()).contains(first.time());
    cursor.ack(first.sequence());
    assertThat(cursor.oldestTaken()).contains(second.time());
    cursor.ack(second.sequence());

    assertThat(cursor.oldestTaken()).isEmpty();
  }

  @Test
  void tellsOfWhatItDoesNotGiveOnceMore() {
    RecordingSubscriber subscriber = RecordingSubscriber.ofAll();
    Cursor cursor = log.cursor("ci", StartFrom.LATEST, RecordingSubscriber.ofAll());
    append("a");
    append("b");
    next(cursor);
    cursor.ack(next(cursor).sequence());
    cursor.close();

    Cursor again = log.cursor("ci", StartFrom.LATEST, subscriber);

    assertThat(drain(again)).containsExactly("a");
    assertThat(subscriber.known()).isEqualTo(1);
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
    assertThat(cursor.isFull()).isTrue();
    cursor.ack(first);

    assertThat(payload(cursor.next())).isEqualTo("event " + Cursor.WINDOW);
    assertThat(cursor.isFull()).isFalse();
  }

  @Test
  void isNotFullAtTheEndOfTheLog() {
    Cursor cursor = cursor("ci");
    append("a");

    next(cursor);

    assertThat(cursor.next()).isEmpty();
    assertThat(cursor.isFull()).isFalse();
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

  @Test
  void handsOutOnlyWhatMatches() {
    Cursor pushes = log.cursor("pushes", StartFrom.LATEST, subscriberTo(KEY));
    Cursor pulls = log.cursor("pulls", StartFrom.LATEST, subscriberTo(OTHER));
    append("push 1");
    append(OTHER, "pull 1");
    append("push 2");

    assertThat(drain(pushes)).containsExactly("push 1", "push 2");
    assertThat(drain(pulls)).containsExactly("pull 1");
  }

  @Test
  void saysWhichMatchingEventCameBefore() {
    Cursor cursor = log.cursor("ci", StartFrom.LATEST, subscriberTo(KEY));
    append(OTHER, "pull");
    long first = append("a");
    append(OTHER, "pull");
    append(OTHER, "pull");
    long second = append("b");
    append("c");

    assertThat(next(cursor).previous()).isZero();
    cursor.ack(first);
    assertThat(next(cursor).previous()).isEqualTo(first);
    assertThat(next(cursor).previous()).isEqualTo(second);
  }

  @Test
  void saysTheSameOfTheEventBeforeWhenItIsReadAgain() {
    Cursor cursor = log.cursor("ci", StartFrom.LATEST, subscriberTo(KEY));
    for (int i = 0; i < 6; i++) {
      append("event " + i);
      append(OTHER, "pull");
    }
    List<LoggedEvent> events = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      events.add(next(cursor));
    }
    cursor.ack(events.get(4).sequence());
    cursor.ack(events.get(0).sequence());
    cursor.ack(events.get(2).sequence());
    cursor.close();

    Cursor reopened = log.cursor("ci", StartFrom.LATEST, subscriberTo(KEY));

    for (int i : List.of(1, 3, 5)) {
      LoggedEvent again = next(reopened);
      assertThat(again.sequence()).isEqualTo(events.get(i).sequence());
      assertThat(again.previous()).isEqualTo(events.get(i - 1).sequence());
    }
    assertThat(reopened.next()).isEmpty();
  }

  @Test
  void remembersTheEventBeforeWhenAllWereAcknowledged() {
    Cursor cursor = log.cursor("ci", StartFrom.LATEST, subscriberTo(KEY));
    append("a");
    long second = append("b");
    append(OTHER, "pull");
    drain(cursor);
    cursor.close();

    append(OTHER, "pull");
    append("c");
    Cursor reopened = log.cursor("ci", StartFrom.LATEST, subscriberTo(KEY));

    assertThat(next(reopened).previous()).isEqualTo(second);
  }

  @Test
  void countsWhatWaitsForACursorAndMatches() {
    Cursor cursor = log.cursor("ci", StartFrom.LATEST, subscriberTo(KEY));
    append("a");
    append(OTHER, "pull");
    append("b");
    append("c");
    next(cursor);
    cursor.ack(next(cursor).sequence());
    cursor.close();
    RecordingSubscriber subscriber = subscriberTo(KEY);

    Cursor reopened = log.cursor("ci", StartFrom.LATEST, subscriber);
    append("later");

    await().atMost(DEADLINE).until(() -> subscriber.backlog().equals(new Backlog(2, true)));
    assertThat(drain(reopened)).containsExactly("a", "c", "later");
  }

  @Test
  void countsNoBacklogForANewCursorAtTheEnd() {
    append("before");
    RecordingSubscriber subscriber = RecordingSubscriber.ofAll();

    log.cursor("ci", StartFrom.LATEST, subscriber);

    await().atMost(DEADLINE).until(() -> subscriber.backlog().equals(new Backlog(0, true)));
  }

  @Test
  void startsANewCursorAtTheOldestEventIfItIsToldTo() {
    Cursor holding = cursor("holding");
    append("a");
    append("b");
    RecordingSubscriber subscriber = RecordingSubscriber.ofAll();

    Cursor cursor = log.cursor("ci", StartFrom.EARLIEST, subscriber);
    append("c");

    await().atMost(DEADLINE).until(() -> subscriber.backlog().equals(new Backlog(2, true)));
    assertThat(drain(cursor)).containsExactly("a", "b", "c");
    assertThat(drain(holding)).containsExactly("a", "b", "c");
  }

  @Test
  void startsAtTheOldestEventOfAnEmptyLog() {
    Cursor cursor = log.cursor("ci", StartFrom.EARLIEST, RecordingSubscriber.ofAll());
    append("a");

    assertThat(drain(cursor)).containsExactly("a");
  }

  @Test
  void leavesAKnownCursorWhereItIsWhereverANewOneWouldStart() {
    Cursor cursor = cursor("ci");
    Cursor holding = cursor("holding");
    append("a");
    drain(cursor);
    cursor.close();
    append("b");

    assertThat(drain(log.cursor("ci", StartFrom.EARLIEST, RecordingSubscriber.ofAll())))
        .containsExactly("b");
    assertThat(drain(holding)).containsExactly("a", "b");
  }

  @Test
  void keepsAClosedCursorWhoseNameIsInUse() {
    cursor("ci").close();
    append("a");

    log.retain(Set.of("ci", "scanner"));
    append("b");

    assertThat(drain(cursor("ci"))).containsExactly("a", "b");
  }

  @Test
  void refusesCursorsAfterItWasClosed() {
    log.close();

    assertThatThrownBy(() -> cursor("ci")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void staysTheSameLogWhileItIsOpen() {
    String id = log.status().id();
    long sequence = append("a");

    assertThat(id).isNotBlank();
    assertThat(log.status().id()).isEqualTo(id);
    assertThat(log.status().trouble()).isEmpty();
    assertThat(log.status().contents().lastSequence()).isEqualTo(sequence);
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

  protected final EventLog log() {
    return log;
  }

  /** A cursor to all events that must not lose any. */
  protected final Cursor cursor(String name) {
    return log.cursor(name, StartFrom.LATEST, new Greedy());
  }

  private static RecordingSubscriber subscriberTo(EventKey key) {
    return RecordingSubscriber.of(key::equals);
  }

  protected final long append(String payload) {
    return append(KEY, payload);
  }

  protected final long append(EventKey key, String payload) {
    return log.append(key, payload.getBytes(UTF_8));
  }

  protected static String payload(Optional<LoggedEvent> event) {
    return new String(event.orElseThrow().payload(), UTF_8);
  }

  protected static LoggedEvent next(Cursor cursor) {
    return cursor.next().orElseThrow();
  }

  /** Reads to the end, acknowledging what it reads: otherwise the window would end it. */
  protected static List<String> drain(Cursor cursor) {
    List<String> payloads = new ArrayList<>();
    for (Optional<LoggedEvent> next = cursor.next(); next.isPresent(); next = cursor.next()) {
      payloads.add(payload(next));
      cursor.ack(next.get().sequence());
    }
    return payloads;
  }

  /** Wants every event, and loses none. */
  private static final class Greedy implements Subscriber {

    @Override
    public boolean matches(EventKey key) {
      return true;
    }

    @Override
    public void onBacklog(long events, boolean exact) {}

    @Override
    public void onDropped(long events) {
      throw new AssertionError("dropped " + events);
    }
  }
}
