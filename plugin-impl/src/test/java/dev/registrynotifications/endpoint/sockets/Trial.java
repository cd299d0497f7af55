package dev.registrynotifications.endpoint.sockets;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Ticker;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.endpoint.Endpoint;
import dev.registrynotifications.endpoint.EndpointFactory;
import dev.registrynotifications.endpoint.TestPing;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.RecordingSubscriber;
import dev.registrynotifications.journal.StartFrom;
import dev.registrynotifications.metrics.EndpointState;
import dev.registrynotifications.metrics.EndpointStats;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** One endpoint and a log of its own, which is told of events as the broadcaster does it. */
final class Trial {

  private final EventLog log = EventLog.inMemory(1024 * 1024, InstantSource.system());
  private final List<String> appended = new ArrayList<>();
  private final String name;
  private final Endpoint endpoint;

  /** An endpoint that doesn't run yet. */
  Trial(EndpointConfig config) {
    this.name = config.name();
    this.endpoint =
        new EndpointFactory(
                "test/1", InstantSource.system(), Ticker.systemTicker(), () -> 0.5, TestPing::event)
            .create(config, log);
  }

  void start() {
    endpoint.start();
  }

  void append(String repository, String id) {
    appended.add(id);
    endpoint.stats().recordEvent();
    byte[] payload = "{\"id\": \"%s\"}".formatted(id).getBytes(UTF_8);
    log.append(new EventKey(Action.PUSH, "", repository, ""), payload);
    endpoint.wake();
  }

  /** The ids of all events, in their order. */
  List<String> appended() {
    return List.copyOf(appended);
  }

  /** Waits until that is so. */
  void await(Predicate<EndpointStats> condition) {
    Awaitility.await().atMost(DEADLINE).until(() -> condition.test(stats()));
  }

  void awaitNothingPending() {
    await(stats -> stats.getPending() == 0);
  }

  void awaitBackingOff() {
    await(stats -> stats.getState() == EndpointState.BACKING_OFF);
  }

  EndpointStats stats() {
    return endpoint.stats();
  }

  /** What was counted, as people read it. */
  String counts() {
    EndpointStats stats = stats();
    return "%d successes, %d failures, %d errors, %s, %d pending, %d dead"
        .formatted(
            stats.answers().getSuccesses(),
            stats.answers().getFailures(),
            stats.answers().getErrors(),
            stats.answers().getStatuses(),
            stats.getPending(),
            deadLetters().size());
  }

  List<DeadLetter> deadLetters() {
    return endpoint.operations().listDeadLetters(Integer.MAX_VALUE);
  }

  /** Stops the endpoint; twice does no harm. */
  void stop() {
    endpoint.stop();
    endpoint.awaitStop(DEADLINE);
  }

  /** The ids of the events that the next start would send. The endpoint must have stopped. */
  List<String> left() {
    List<String> ids = new ArrayList<>();
    try (Cursor cursor = log.cursor(name, StartFrom.LATEST, RecordingSubscriber.ofAll())) {
      for (Optional<LoggedEvent> next = cursor.next(); next.isPresent(); next = cursor.next()) {
        ids.add(id(next.get()));
      }
    }
    return ids;
  }

  static String id(LoggedEvent event) {
    return new String(event.payload(), UTF_8).replaceFirst("^\\{\"id\": \"(.*)\"}$", "$1");
  }
}
