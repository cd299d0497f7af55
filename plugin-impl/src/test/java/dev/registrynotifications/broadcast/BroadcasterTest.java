package dev.registrynotifications.broadcast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import com.google.common.eventbus.EventBus;
import dev.registrynotifications.Events;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.config.Selection;
import dev.registrynotifications.endpoint.Endpoint;
import dev.registrynotifications.endpoint.EndpointFactory;
import dev.registrynotifications.endpoint.TestPing;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.RecordingSubscriber;
import dev.registrynotifications.journal.StartFrom;
import dev.registrynotifications.metrics.NodeStats;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With real endpoints that are never started: what is for them stays in the log. */
class BroadcasterTest {

  private final EventLog log = EventLog.inMemory(1024 * 1024, () -> Instant.EPOCH);
  private final EndpointFactory factory =
      new EndpointFactory(
          "test/1", InstantSource.system(), Ticker.systemTicker(), () -> 0.5, TestPing::event);
  private final NodeStats stats = new NodeStats(Ticker.systemTicker());
  private final Cursor cursor =
      log.cursor("observer", StartFrom.LATEST, RecordingSubscriber.ofAll());

  @AfterEach
  void closeLog() {
    log.close();
  }

  @Test
  void appendsAnEventOnceForAllEndpoints() {
    Endpoint ci = endpoint("ci", Set.of());
    Endpoint scanner = endpoint("scanner", Set.of());
    Event event = Events.pushed("team/app");
    EventBus bus = new EventBus();
    bus.register(new Broadcaster(log, List.of(ci, scanner), stats));

    bus.post(event);

    assertThat(cursor.next())
        .hasValueSatisfying(
            logged -> {
              assertThat(logged.key()).isEqualTo(EventKey.of(event));
              assertThat(new String(logged.payload(), UTF_8)).contains(event.id().toString());
            });
    assertThat(cursor.next()).isEmpty();
    assertThat(ci.stats().getPending()).isEqualTo(1);
    assertThat(scanner.stats().getPending()).isEqualTo(1);
    assertThat(stats.getEvents()).isEqualTo(1);
  }

  @Test
  void countsAnEventOnlyForEndpointsThatWantIt() {
    Endpoint ci = endpoint("ci", Set.of());
    Endpoint deaf = endpoint("deaf", Set.of("push"));

    new Broadcaster(log, List.of(ci, deaf), stats).write(List.of(Events.pushed("a")));

    assertThat(ci.stats().getEvents()).isEqualTo(1);
    assertThat(deaf.stats().getEvents()).isZero();
    assertThat(deaf.stats().getFiltered()).isEqualTo(1);
    assertThat(ci.stats().getFiltered()).isZero();
  }

  @Test
  void appendsNothingThatNoEndpointWants() {
    Endpoint deaf = endpoint("deaf", Set.of("push"));

    new Broadcaster(log, List.of(deaf), stats).write(List.of(Events.pushed("a")));

    assertThat(cursor.next()).isEmpty();
    assertThat(stats.getUnmatched()).isEqualTo(1);
  }

  @Test
  void countsWhatCannotBeAppendedAndThrowsNothing() {
    Endpoint ci = endpoint("ci", Set.of());
    Broadcaster broadcaster = new Broadcaster(log, List.of(ci), stats);
    log.close();

    broadcaster.write(List.of(Events.pushed("a"), Events.pushed("b")));

    assertThat(stats.getLost()).isEqualTo(2);
    assertThat(ci.stats().getDropped()).isEqualTo(2);
    assertThat(ci.stats().getPending()).isZero();
  }

  @Test
  void bringsEventsToWhoeverIsThereAtTheMoment() {
    Endpoint before = endpoint("before", Set.of());
    Endpoint after = endpoint("after", Set.of());
    Broadcaster broadcaster = new Broadcaster(log, List.of(before), stats);
    broadcaster.write(List.of(Events.pushed("a")));

    broadcaster.replaceEndpoints(List.of(after));
    broadcaster.write(List.of(Events.pushed("b"), Events.pushed("c")));

    assertThat(before.stats().getEvents()).isEqualTo(1);
    assertThat(after.stats().getEvents()).isEqualTo(2);
    assertThat(cursor.next()).isPresent();
    assertThat(cursor.next()).isPresent();
    assertThat(cursor.next()).isPresent();
    assertThat(cursor.next()).isEmpty();
  }

  private Endpoint endpoint(String name, Set<String> ignoredActions) {
    return factory.create(
        EndpointConfig.to(name, URI.create("http://127.0.0.1:1/"))
            .filter(
                new FilterConfig(
                    Selection.NONE,
                    new Selection(ignoredActions, Set.of(), List.of(), List.of()),
                    true))
            .build(),
        log);
  }
}
