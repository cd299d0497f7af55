package dev.registrynotifications.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.endpoint.lane.Parcel;
import dev.registrynotifications.endpoint.lane.Verdict;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.metrics.EndpointStats;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntakeTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:30:00Z");

  private static final Verdict.GivenUp REFUSED = new Verdict.GivenUp(3, 422, "it answered 422");

  private final EndpointStats stats = new EndpointStats();
  private final EndpointSubscriber subscriber =
      new EndpointSubscriber("ci", new EventFilter(FilterConfig.EVERYTHING), stats);
  private final FlakyDeadLetters letters = new FlakyDeadLetters();
  private final DeadLetterOffice office =
      new DeadLetterOffice("ci", letters, () -> NOW, stats.announcements());

  @Test
  void takesLiveReplayedAndRedrivenEventsInTurn() {
    keepLetters(1, 2, 3);
    Intake intake = intake(new ScriptedCursor(event(101), event(102), event(103)));
    intake.replay(new ScriptedCursor(event(51), event(52), event(53)));
    intake.redrive(1);
    intake.redrive(2);
    intake.redrive(3);

    assertThat(deliverAll(intake)).containsExactly(101L, 51L, 1L, 102L, 52L, 2L, 103L, 53L, 3L);
  }

  @Test
  void goesOnWithTheOthersWhenOneHasNothing() {
    keepLetters(1);
    Intake intake = intake(new ScriptedCursor());
    intake.replay(new ScriptedCursor(event(51), event(52)));
    intake.redrive(1);

    assertThat(deliverAll(intake)).containsExactly(51L, 1L, 52L);
    assertThat(intake.next()).isEmpty();
  }

  @Test
  void marksWhatTheEndpointWasToGetBefore() {
    keepLetters(1);
    Intake intake = intake(new ScriptedCursor(event(101)));
    intake.replay(new ScriptedCursor(event(51)));
    intake.redrive(1);

    assertThat(take(intake)).extracting(Parcel::isReplayed).containsExactly(false, true, true);
  }

  @Test
  void acknowledgesADeliveredEventAndCountsIt() {
    ScriptedCursor live = new ScriptedCursor(event(101), event(102));
    stats.recordEvent();
    stats.recordEvent();
    Intake intake = intake(live);

    take(intake).get(0).delivered();

    assertThat(live.acked()).containsExactly(101L);
    assertThat(stats.getPending()).isEqualTo(1);
    assertThat(stats.getReplayed()).isZero();
  }

  @Test
  void makesARejectedLiveEventADeadLetter() {
    ScriptedCursor live = new ScriptedCursor(event(101));
    stats.recordEvent();
    Intake intake = intake(live);

    take(intake).get(0).givenUp(REFUSED);

    DeadLetter letter = letters.find(101).orElseThrow();
    assertThat(letter.time()).isEqualTo(NOW);
    assertThat(letter.attempts()).isEqualTo(3);
    assertThat(letter.lastStatus()).isEqualTo(422);
    assertThat(letter.reason()).isEqualTo("it answered 422");
    assertThat(live.acked()).containsExactly(101L);
    assertThat(stats.getDeadLettered()).isEqualTo(1);
    assertThat(stats.getPending()).isZero();
  }

  @Test
  void makesARejectedReplayedEventADeadLetterThatIsNotPending() {
    stats.recordEvent();
    ScriptedCursor replay = new ScriptedCursor(event(51));
    Intake intake = intake(new ScriptedCursor());
    intake.replay(replay);

    take(intake).get(0).givenUp(REFUSED);

    assertThat(letters.sequences()).containsExactly(51L);
    assertThat(replay.acked()).containsExactly(51L);
    assertThat(stats.getPending()).isEqualTo(1);
    assertThat(stats.getReplayed()).isZero();
  }

  @Test
  void closesAFinishedReplayAndSaysSo() {
    stats.recordReplayBegun();
    ScriptedCursor replay = new ScriptedCursor(event(51));
    Intake intake = intake(new ScriptedCursor());
    intake.replay(replay);

    try (RecordedLog log = RecordedLog.of(EndpointSubscriber.class)) {
      assertThat(deliverAll(intake)).containsExactly(51L);

      assertThat(log.lines()).containsExactly("INFO Endpoint ci has got the whole replay");
    }
    assertThat(replay.isClosed()).isTrue();
    assertThat(stats.isReplaying()).isFalse();
    assertThat(stats.getReplayed()).isEqualTo(1);
  }

  @Test
  void keepsAReplayOpenUntilItsLastEventIsSettled() {
    stats.recordReplayBegun();
    ScriptedCursor replay = new ScriptedCursor(event(51));
    Intake intake = intake(new ScriptedCursor());
    intake.replay(replay);
    Parcel last = intake.next().orElseThrow();

    assertThat(intake.next()).isEmpty();
    assertThat(replay.isClosed()).isFalse();
    assertThat(stats.isReplaying()).isTrue();

    last.delivered();
    assertThat(intake.next()).isEmpty();
    assertThat(replay.isClosed()).isTrue();
  }

  @Test
  void beginsAReplayHandedOverWhileAnotherIsUnderWayAsSoonAsThatOneHasEnded() {
    Intake intake = intake(new ScriptedCursor());
    intake.replay(new ScriptedCursor(event(51), event(52)));
    intake.next().orElseThrow().delivered();

    intake.replay(new ScriptedCursor(event(11)));

    assertThat(deliverAll(intake)).containsExactly(52L, 11L);
  }

  @Test
  void saysThatAReplayIsUnderWayIfAnotherBeginsAtTheEndOfOne() {
    stats.recordReplayBegun();
    ScriptedCursor replay = new ScriptedCursor();
    List<Boolean> whenClosed = new ArrayList<>();
    replay.whenClosed(
        () -> {
          whenClosed.add(stats.isReplaying());
          stats.recordReplayBegun();
        });
    Intake intake = intake(new ScriptedCursor());
    intake.replay(replay);

    assertThat(intake.next()).isEmpty();

    assertThat(whenClosed).containsExactly(true);
    assertThat(stats.isReplaying()).isTrue();
  }

  @Test
  void passesOverARedrivenLetterThatIsGone() {
    keepLetters(1, 2);
    Intake intake = intake(new ScriptedCursor());
    intake.redrive(1);
    intake.redrive(7);
    intake.redrive(2);
    intake.redrive(1);
    letters.remove(1);

    assertThat(deliverAll(intake)).containsExactly(2L);
  }

  @Test
  void sendsALetterOnceThatIsRedrivenTwice() {
    keepLetters(1);
    Intake intake = intake(new ScriptedCursor());
    intake.redrive(1);
    Parcel underWay = intake.next().orElseThrow();
    intake.redrive(1);

    assertThat(intake.next()).isEmpty();
    underWay.givenUp(new Verdict.GivenUp(1, 422, "refused"));
    intake.redrive(1);
    assertThat(intake.next()).isPresent();
  }

  @Test
  void sendsALetterThatCouldNotBeReadWhenItIsRedrivenOnceMore() {
    keepLetters(1);
    Intake intake = intake(new ScriptedCursor());
    intake.redrive(1);
    letters.failToFind();

    assertThatThrownBy(intake::next).isInstanceOf(UncheckedIOException.class);
    assertThat(intake.next()).isEmpty();
    intake.redrive(1);

    assertThat(deliverAll(intake)).containsExactly(1L);
  }

  @Test
  void removesARedrivenLetterWhenItIsDelivered() {
    keepLetters(1, 2);
    Intake intake = intake(new ScriptedCursor());
    intake.redrive(1);

    deliverAll(intake);

    assertThat(letters.sequences()).containsExactly(2L);
  }

  @Test
  void closesWhatItTakesFrom() {
    ScriptedCursor live = new ScriptedCursor();
    ScriptedCursor current = new ScriptedCursor(event(51));
    ScriptedCursor waiting = new ScriptedCursor(event(11));
    Intake intake = intake(live);
    intake.replay(current);
    intake.replay(waiting);
    take(intake);

    intake.close();

    assertThat(live.isClosed()).isTrue();
    assertThat(current.isClosed()).isTrue();
    assertThat(waiting.isClosed()).isTrue();
    assertThat(letters.isClosed()).isTrue();
  }

  private Intake intake(ScriptedCursor live) {
    return new Intake(live, subscriber, office);
  }

  private void keepLetters(long... sequences) {
    for (long sequence : sequences) {
      letters.add(new DeadLetter(event(sequence), NOW, 3, 400, "before"));
    }
  }

  private static List<Parcel> take(Intake intake) {
    List<Parcel> parcels = new ArrayList<>();
    for (Optional<Parcel> next = intake.next(); next.isPresent(); next = intake.next()) {
      parcels.add(next.get());
    }
    return parcels;
  }

  private static List<Long> deliverAll(Intake intake) {
    List<Long> sequences = new ArrayList<>();
    for (Optional<Parcel> next = intake.next(); next.isPresent(); next = intake.next()) {
      sequences.add(next.get().event().sequence());
      next.get().delivered();
    }
    return sequences;
  }

  private static LoggedEvent event(long sequence) {
    EventKey key = new EventKey(Action.PUSH, "x", "a", "");
    return new LoggedEvent(sequence, sequence - 1, Instant.EPOCH, key, new byte[0]);
  }
}
