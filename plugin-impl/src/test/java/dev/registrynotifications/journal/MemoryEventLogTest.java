package dev.registrynotifications.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.event.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemoryEventLogTest extends EventLogContract {

  private static final long MAX_BYTES = 64L * 1024 * 1024;
  private static final int PAYLOAD = 100;
  private static final long RECORD =
      (long) PAYLOAD
          + KEY.mediaType().length()
          + KEY.repository().length()
          + KEY.tag().length()
          + HeldEvent.OVERHEAD;
  private static final EventKey PULL = new EventKey(Action.PULL, "", "team/app", "");
  private static final ManualClock CLOCK = new ManualClock();

  private final RecordingSubscriber subscriber = RecordingSubscriber.of(KEY::equals);

  @Override
  protected EventLog newLog() {
    return EventLog.inMemory(MAX_BYTES, CLOCK);
  }

  @Test
  void saysWhenAnEventWasAppended() {
    Cursor cursor = cursor("ci");

    append("a");

    assertThat(next(cursor).time()).isEqualTo(CLOCK.instant());
  }

  @Test
  void dropsTheOldestEventsBeyondItsBoundAndTellsSubscribersThatMissThem() {
    RecordingSubscriber pulls = RecordingSubscriber.of(PULL::equals);
    try (EventLog log = EventLog.inMemory(3 * RECORD, CLOCK)) {
      Cursor cursor = log.cursor("ci", StartFrom.LATEST, subscriber);
      log.cursor("pulls", StartFrom.LATEST, pulls);
      for (int i = 0; i < 5; i++) {
        log.append(KEY, payloadOf(i));
      }

      assertThat(subscriber.dropped()).isEqualTo(2);
      assertThat(pulls.dropped()).isZero();
      assertThat(drain(cursor)).extracting(String::strip).containsExactly("2", "3", "4");
    }
  }

  @Test
  void saysWhichEventCameBeforeWhenThatOneWasDropped() {
    try (EventLog log = EventLog.inMemory(3 * RECORD, CLOCK)) {
      Cursor cursor = log.cursor("ci", StartFrom.LATEST, subscriber);
      log.append(KEY, payloadOf(0));
      long lastDropped = log.append(KEY, payloadOf(1));
      for (int i = 2; i < 5; i++) {
        log.append(KEY, payloadOf(i));
      }

      assertThat(next(cursor).previous()).isEqualTo(lastDropped);
    }
  }

  @Test
  void countsWhatIsDroppedWhileTheCursorIsClosed() {
    try (EventLog log = EventLog.inMemory(2 * RECORD, CLOCK)) {
      Cursor cursor = log.cursor("ci", StartFrom.LATEST, subscriber);
      log.append(KEY, payloadOf(0));
      assertThat(cursor.next()).isPresent();
      cursor.close();
      log.append(KEY, payloadOf(1));
      log.append(KEY, payloadOf(2));

      assertThat(subscriber.dropped()).isEqualTo(1);
    }
  }

  @Test
  void tellsOfLossesOutsideOfItsLock() {
    try (EventLog log = EventLog.inMemory(2 * RECORD, CLOCK)) {
      LockObserver observer = new LockObserver(log);
      log.cursor("ci", StartFrom.LATEST, observer);
      for (int i = 0; i < 3; i++) {
        log.append(KEY, payloadOf(i));
      }

      assertThat(observer.locked).containsExactly(false, false);
    }
  }

  @Test
  void doesNotCountAsDroppedWhatTheCursorHasReadAndStillAcknowledges() {
    try (EventLog log = EventLog.inMemory(2 * RECORD, CLOCK)) {
      Cursor cursor = log.cursor("ci", StartFrom.LATEST, subscriber);
      log.append(KEY, payloadOf(0));
      long inFlight = next(cursor).sequence();
      log.append(KEY, payloadOf(1));
      log.append(KEY, payloadOf(2));

      cursor.ack(inFlight);

      assertThat(drain(cursor)).extracting(String::strip).containsExactly("1", "2");
      cursor.close();
      assertThat(subscriber.dropped()).isZero();
    }
  }

  @Test
  void countsWhatWasReadAndIsGoneWhenTheCursorLeavesItUnacknowledged() {
    try (EventLog log = EventLog.inMemory(2 * RECORD, CLOCK)) {
      Cursor cursor = log.cursor("ci", StartFrom.LATEST, subscriber);
      log.append(KEY, payloadOf(0));
      next(cursor);
      log.append(KEY, payloadOf(1));
      log.append(KEY, payloadOf(2));
      assertThat(subscriber.dropped()).isZero();

      cursor.close();
      assertThat(subscriber.dropped()).isEqualTo(1);

      cursor.close();
      assertThat(subscriber.dropped()).isEqualTo(1);
    }
  }

  @Test
  void keepsTheNewestEventHoweverLargeItIs() {
    try (EventLog log = EventLog.inMemory(10, CLOCK)) {
      Cursor cursor = log.cursor("ci", StartFrom.LATEST, subscriber);
      log.append(KEY, payloadOf(0));
      log.append(KEY, payloadOf(1));

      assertThat(drain(cursor)).extracting(String::strip).containsExactly("1");
    }
  }

  @Test
  void holdsNothingThatEveryCursorHasAcknowledged() {
    Cursor cursor = cursor("ci");
    append("a");
    append("b");
    assertThat(log().status().contents().records()).isEqualTo(2);

    drain(cursor);

    LogStatus status = log().status();
    assertThat(status.type()).isEqualTo("memory");
    assertThat(status.contents()).isEqualTo(new LogStatus.Contents(0, 0, MAX_BYTES, 0, 2, 0, 0));
  }

  @Test
  void holdsNothingForCursorsThatAreNotInUse() {
    Cursor cursor = cursor("ci");
    cursor("removed").close();
    append("a");
    drain(cursor);
    assertThat(log().status().contents().records()).isEqualTo(1);

    log().retain(Set.of("ci"));

    assertThat(log().status().contents().records()).isZero();
  }

  @Test
  void refusesAReplayAndSaysWhatToConfigure() {
    append("a");

    assertThatThrownBy(
            () -> log().replay("ci", new ReplayStart.AtSequence(1), RecordingSubscriber.ofAll()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("set notifications.journal.type to file");
    assertThat(log().unfinishedReplay("ci", RecordingSubscriber.ofAll())).isEmpty();
  }

  @Test
  void saysThatWhatIsPendingIsLostWithTheProcess() {
    assertThat(log().survivesStop()).isFalse();
  }

  private static byte[] payloadOf(int number) {
    return String.format("%" + PAYLOAD + "d", number).getBytes(UTF_8);
  }

  /** Notes whether the log's lock was held when it was told of something. */
  private static final class LockObserver implements Subscriber {

    private final EventLog log;
    private final List<Boolean> locked = new ArrayList<>();

    LockObserver(EventLog log) {
      this.log = log;
    }

    @Override
    public boolean matches(EventKey key) {
      return true;
    }

    @Override
    public void onBacklog(long events, boolean exact) {
      locked.add(Thread.holdsLock(log));
    }

    @Override
    public void onDropped(long events) {
      locked.add(Thread.holdsLock(log));
    }
  }
}
