package dev.registrynotifications.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.config.Selection;
import dev.registrynotifications.endpoint.lane.Parcel;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.StartFrom;
import dev.registrynotifications.journal.Subscriber;
import dev.registrynotifications.metrics.EndpointStats;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndpointSubscriberTest {

  private static final EventKey PUSH = new EventKey(Action.PUSH, "x", "a", "");
  private static final EventKey PULL = new EventKey(Action.PULL, "x", "a", "");
  private static final byte[] PAYLOAD = new byte[1000];
  private static final long ROOM_FOR_TWO = 2_500;
  private static final String LOSES =
      "SEVERE Endpoint ci loses events: the journal is full, and the oldest ones are dropped";

  private final RecordedLog lines = RecordedLog.of(EndpointSubscriber.class);
  private final EndpointStats stats = new EndpointStats();
  private final EndpointSubscriber subscriber =
      new EndpointSubscriber("ci", new EventFilter(ignoring(Set.of("pull"), Set.of())), stats);
  private final EventLog log = EventLog.inMemory(ROOM_FOR_TWO, () -> Instant.EPOCH);

  @AfterEach
  void close() {
    lines.close();
    log.close();
  }

  @Test
  void wantsWhatItsFilterLetsThrough() {
    assertThat(subscriber.matches(PUSH)).isTrue();
    assertThat(subscriber.matches(PULL)).isFalse();
  }

  @Test
  void countsEachLostEventAndLogsOneLineForTheBeginningAndTheEndOfAnEpisode() {
    Intake intake = intake();
    append(PUSH, 10);
    assertThat(stats.getDropped()).isEqualTo(8);
    assertThat(lines.lines()).containsExactly(LOSES);

    drain(intake);
    String caughtUp =
        "INFO Endpoint ci has caught up with the journal; it has lost 8 events in all";
    assertThat(lines.lines()).containsExactly(LOSES, caughtUp);

    append(PUSH, 3);
    assertThat(lines.lines()).containsExactly(LOSES, caughtUp, LOSES);
  }

  @Test
  void doesNotMindWhatWasNotForTheEndpoint() {
    intake();
    append(PULL, 10);

    assertThat(stats.getDropped()).isZero();
    assertThat(lines.lines()).isEmpty();
  }

  @Test
  void countsWhatWaitsAndSaysHowMuchWhenAllOfItIsCounted() {
    subscriber.onBacklog(0, false);
    subscriber.onBacklog(700, false);
    assertThat(stats.getPending()).isEqualTo(700);
    assertThat(stats.isPendingExact()).isFalse();
    assertThat(lines.lines()).isEmpty();

    subscriber.onBacklog(1234, true);
    assertThat(stats.getPending()).isEqualTo(1234);
    assertThat(stats.isPendingExact()).isTrue();
    assertThat(lines.lines())
        .containsExactly("INFO Endpoint ci goes on with 1234 events from before");
  }

  @Test
  void saysNothingWhenNothingWaits() {
    subscriber.onBacklog(0, true);

    assertThat(stats.getPending()).isZero();
    assertThat(lines.lines()).isEmpty();
  }

  @Test
  void doesNotCountWhatAReplayLosesButSaysSo() {
    Subscriber replay = subscriber.forReplay();

    replay.onBacklog(5, true);
    replay.onDropped(3);

    assertThat(replay.matches(PUSH)).isTrue();
    assertThat(replay.matches(PULL)).isFalse();
    assertThat(stats.getPending()).isZero();
    assertThat(stats.getDropped()).isZero();
    assertThat(lines.lines())
        .containsExactly(
            "WARNING Endpoint ci doesn't get 3 events of a replay:"
                + " the journal no longer has them");
  }

  private Intake intake() {
    Cursor cursor = log.cursor("ci", StartFrom.LATEST, subscriber);
    DeadLetterOffice office =
        new DeadLetterOffice(
            "ci", log.deadLetters("ci"), InstantSource.system(), stats.announcements());
    return new Intake(cursor, subscriber, office);
  }

  private void append(EventKey key, int events) {
    for (int i = 0; i < events; i++) {
      log.append(key, PAYLOAD);
    }
  }

  private static void drain(Intake intake) {
    for (Optional<Parcel> next = intake.next(); next.isPresent(); next = intake.next()) {
      next.get().delivered();
    }
  }

  private static FilterConfig ignoring(Set<String> actions, Set<String> mediaTypes) {
    Selection ignored = new Selection(actions, mediaTypes, List.of(), List.of());
    return new FilterConfig(Selection.NONE, ignored, true);
  }
}
