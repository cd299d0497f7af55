package dev.registrynotifications.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryEventLogTest extends EventLogContract {

  private static final long RECORD = MemoryEventLog.weight(new LoggedEvent(1, KEY, new byte[100]));

  @Override
  EventLog newLog() {
    return EventLog.inMemory(64L * 1024 * 1024);
  }

  @Test
  void dropsTheOldestEventsBeyondItsBoundAndTellsCursorsThatMissThem() {
    List<EventKey> dropped = new ArrayList<>();
    try (EventLog log = EventLog.inMemory(3 * RECORD)) {
      Cursor cursor = log.cursor("ci", dropped::add);
      for (int i = 0; i < 5; i++) {
        log.append(KEY, payloadOf(i));
      }

      assertThat(dropped).containsExactly(KEY, KEY);
      assertThat(drain(cursor)).extracting(String::strip).containsExactly("2", "3", "4");
    }
  }

  @Test
  void countsWhatIsDroppedWhileTheCursorIsClosed() {
    List<EventKey> dropped = new ArrayList<>();
    try (EventLog log = EventLog.inMemory(2 * RECORD)) {
      Cursor cursor = log.cursor("ci", dropped::add);
      log.append(KEY, payloadOf(0));
      assertThat(cursor.next()).isPresent();
      cursor.close();
      log.append(KEY, payloadOf(1));
      log.append(KEY, payloadOf(2));

      assertThat(dropped).containsExactly(KEY);
    }
  }

  @Test
  void tellsOfLossesOutsideOfItsLock() {
    List<Boolean> locked = new ArrayList<>();
    try (EventLog log = EventLog.inMemory(2 * RECORD)) {
      log.cursor("ci", key -> locked.add(Thread.holdsLock(log)));
      for (int i = 0; i < 3; i++) {
        log.append(KEY, payloadOf(i));
      }

      assertThat(locked).containsExactly(false);
    }
  }

  @Test
  void doesNotCountAsDroppedWhatTheCursorHasRead() {
    List<EventKey> dropped = new ArrayList<>();
    try (EventLog log = EventLog.inMemory(2 * RECORD)) {
      Cursor cursor = log.cursor("ci", dropped::add);
      log.append(KEY, payloadOf(0));
      long inFlight = cursor.next().orElseThrow().sequence();
      log.append(KEY, payloadOf(1));
      log.append(KEY, payloadOf(2));

      cursor.ack(inFlight);

      assertThat(dropped).isEmpty();
      assertThat(drain(cursor)).extracting(String::strip).containsExactly("1", "2");
    }
  }

  @Test
  void keepsTheNewestEventHoweverLargeItIs() {
    try (EventLog log = EventLog.inMemory(10)) {
      Cursor cursor = log.cursor("ci", key -> {});
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
    assertThat(log().status().records()).isEqualTo(2);

    drain(cursor);

    assertThat(log().status()).isEqualTo(new LogStatus("memory", 0, 0, 64L * 1024 * 1024, 2));
  }

  private static byte[] payloadOf(int number) {
    return String.format("%100d", number).getBytes(UTF_8);
  }
}
