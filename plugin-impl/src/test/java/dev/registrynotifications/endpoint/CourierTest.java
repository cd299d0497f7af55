package dev.registrynotifications.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.Ignore;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.metrics.EndpointState;
import dev.registrynotifications.metrics.EndpointStats;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourierTest {

  private static final EventKey PUSH = new EventKey(Action.PUSH, "x", "a", "");
  private static final EventKey PULL = new EventKey(Action.PULL, "x", "a", "");

  private final EventLog log = EventLog.inMemory(1024 * 1024);
  private final EndpointStats stats = new EndpointStats();
  private final Cursor cursor = log.cursor("ci", key -> {});

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
    assertThat(log.status().records()).isZero();
    assertThat(stats.getPending()).isZero();
    assertThat(stats.getState()).isEqualTo(EndpointState.STOPPED);
  }

  @Test
  void passesOverWhatTheFilterIgnores() {
    ScriptedSender sender = new ScriptedSender();
    append(PULL, "one");
    append(PUSH, "two");
    Courier courier = courier(sender);

    courier.stop();
    courier.run();

    assertThat(sender.attempts()).containsExactly(envelope("two"));
    assertThat(stats.getFiltered()).isEqualTo(1);
    assertThat(log.status().records()).isZero();
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
    assertThat(log.status().records()).isEqualTo(2);
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

  private Courier courier(Sender sender) {
    EventFilter filter = new EventFilter(new Ignore(Set.of(), Set.of("pull")));
    return new Courier("ci", cursor, filter, sender, stats);
  }

  private void append(EventKey key, String payload) {
    if (key.action() == Action.PUSH) {
      stats.recordEvent();
    }
    log.append(key, payload.getBytes(UTF_8));
  }

  private static String envelope(String payload) {
    return "{\n   \"events\": [\n      " + payload + "\n   ]\n}";
  }
}
