package dev.registrynotifications.endpoint;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.google.common.base.Ticker;
import dev.registrynotifications.config.BatchConfig;
import dev.registrynotifications.config.EventFormat;
import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.config.RetryConfig;
import dev.registrynotifications.endpoint.Dispatch.Time;
import dev.registrynotifications.endpoint.attempt.ScriptedSender;
import dev.registrynotifications.endpoint.lane.Parcel;
import dev.registrynotifications.endpoint.lane.Schedule;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.ReplayStart;
import dev.registrynotifications.metrics.Attempt;
import dev.registrynotifications.metrics.EndpointState;
import dev.registrynotifications.metrics.EndpointStats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OperationsTest {

  private static final ReplayStart START = new ReplayStart.AtSequence(1);
  private static final Packer PACKER = new Packer("log-id", EventFormat.V1);

  private final EventLog log = mock(EventLog.class);
  private final EndpointStats stats = new EndpointStats();
  private final EndpointSubscriber subscriber =
      new EndpointSubscriber("ci", new EventFilter(FilterConfig.EVERYTHING), stats);
  private final FlakyDeadLetters letters = new FlakyDeadLetters();
  private final DeadLetterOffice office =
      new DeadLetterOffice("ci", letters, () -> Instant.EPOCH, stats.announcements());
  private final ScriptedCursor live = new ScriptedCursor();
  private final Intake intake = new Intake(live, subscriber, office);
  private final ManualAlarmClock time = new ManualAlarmClock();
  private final ScriptedSender sender = new ScriptedSender();
  private final AttemptRecorder recorder =
      new AttemptRecorder("ci", sender, stats.attempts(), time, Ticker.systemTicker());
  private final Courier courier = courier();
  private final Operations operations =
      new Operations("ci", log, subscriber, intake, office, courier, pinger());

  @Test
  void beginsAReplayAndWakesTheCourier() {
    when(log.replay(eq("ci"), eq(START), any())).thenReturn(new ScriptedCursor(event(1)));

    operations.replay(START);

    assertThat(stats.isReplaying()).isTrue();
    assertThat(time.rung()).isEqualTo(1);
    assertThat(sequences()).containsExactly(1L);
  }

  @Test
  void changesNothingWhenTheLogRefusesAReplay() {
    IllegalStateException refusal = new IllegalStateException("a replay is under way");
    when(log.replay(eq("ci"), eq(START), any())).thenThrow(refusal);

    assertThatThrownBy(() -> operations.replay(START)).isSameAs(refusal);

    assertThat(stats.isReplaying()).isFalse();
    assertThat(sequences()).isEmpty();
  }

  @Test
  void goesOnWithAReplayThatWasCutShort() {
    when(log.unfinishedReplay(eq("ci"), any()))
        .thenReturn(Optional.of(new ScriptedCursor(event(5))));

    operations.resumeReplay();

    assertThat(stats.isReplaying()).isTrue();
    assertThat(sequences()).containsExactly(5L);
  }

  @Test
  void hasNothingToGoOnWithByDefault() {
    when(log.unfinishedReplay(eq("ci"), any())).thenReturn(Optional.empty());

    operations.resumeReplay();

    assertThat(stats.isReplaying()).isFalse();
  }

  @Test
  void saysThatAReplayIsOverThatItsPredecessorLeftWithTheLastEventDone() {
    when(log.unfinishedReplay(eq("ci"), any())).thenReturn(Optional.empty());
    stats.recordReplayBegun();

    operations.resumeReplay();

    assertThat(stats.isReplaying()).isFalse();
    assertThat(operations.cancelReplay()).isFalse();
  }

  @Test
  void redrivesOneDeadLetter() {
    keepLetters(3, 1);

    assertThat(operations.redrive(3)).isTrue();

    assertThat(time.rung()).isEqualTo(1);
    assertThat(sequences()).containsExactly(3L);
  }

  @Test
  void saysThatThereIsNoSuchDeadLetter() {
    assertThat(operations.redrive(3)).isFalse();
    assertThat(time.rung()).isEqualTo(0);
  }

  @Test
  void redrivesAllDeadLettersInTheOrderOfTheLog() {
    keepLetters(3, 1, 2);

    assertThat(operations.redriveAll()).isEqualTo(3);

    assertThat(time.rung()).isEqualTo(1);
    assertThat(sequences()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void showsAndPurgesDeadLetters() {
    keepLetters(3, 1);

    assertThat(operations.countDeadLetters()).isEqualTo(2);
    assertThat(operations.listDeadLetters(1))
        .extracting(letter -> letter.event().sequence())
        .containsExactly(3L);
    assertThat(operations.purge()).isEqualTo(2);
    assertThat(operations.countDeadLetters()).isZero();
  }

  @Test
  void saysWhatBecomesOfWhatIsPending() {
    when(log.survivesStop()).thenReturn(true, false);

    assertThat(operations.whatBecomesOfPending())
        .isEqualTo("stay in the journal and go out after the next start");
    assertThat(operations.whatBecomesOfPending()).isEqualTo("are lost: the journal is in memory");
  }

  @Test
  void sendsAPingPastWhatIsPending() {
    Attempt ping = operations.ping();

    assertThat(ping.delivered()).isTrue();
    assertThat(ping.status()).isEqualTo(200);
    assertThat(ping.delivery().sequence()).isZero();
    assertThat(sender.attempts()).hasSize(1);
    assertThat(sender.attempts().get(0)).contains("\"action\": \"ping\"", ping.delivery().id());
    assertThat(stats.getPending()).isZero();
    assertThat(stats.attempts().latest(10)).containsExactly(ping);
  }

  @Test
  void cancelsOnlyAReplayThatIsUnderWay() {
    assertThat(operations.cancelReplay()).isFalse();
    ScriptedCursor replay = new ScriptedCursor(event(1), event(2));
    when(log.replay(eq("ci"), eq(START), any())).thenReturn(replay);
    operations.replay(START);

    assertThat(operations.cancelReplay()).isTrue();
    courier.turn();

    assertThat(replay.isClosed()).isTrue();
    assertThat(stats.isReplaying()).isFalse();
    assertThat(sender.attempts()).isEmpty();
  }

  @Test
  void pausesAndResumes() {
    operations.pause();
    courier.turn();
    assertThat(stats.getState()).isEqualTo(EndpointState.PAUSED);
    assertThat(stats.getStatus().reason()).isEqualTo("an operator paused it");

    operations.resume();
    courier.turn();
    assertThat(stats.getState()).isEqualTo(EndpointState.DELIVERING);
  }

  @Test
  void makesADeadLetterOfWhatItSkips() throws Exception {
    live.add(event(1));
    operations.pause();
    courier.turn();
    CompletableFuture<Long> skipped = CompletableFuture.supplyAsync(operations::skip);
    await().atMost(DEADLINE).until(() -> time.rung() == 2);

    courier.turn();

    assertThat(skipped.get(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(1L);
    assertThat(letters.find(1).orElseThrow().reason())
        .isEqualTo("an operator skipped it, after 0 attempts");
    assertThat(live.acked()).containsExactly(1L);
  }

  @Test
  void saysThatNothingCanBeSkipped() {
    CompletableFuture<Long> skipped = CompletableFuture.supplyAsync(operations::skip);
    await().atMost(DEADLINE).until(() -> time.rung() == 1);

    courier.turn();

    assertThatThrownBy(() -> skipped.get(DEADLINE.toSeconds(), TimeUnit.SECONDS))
        .hasRootCauseMessage(
            "Could not skip an event of ci: nothing is pending, or it is being sent at the moment: try"
                + " again");
  }

  private Courier courier() {
    Schedule schedule = new Schedule(BatchConfig.SINGLE, 1, RetryConfig.DEFAULT, () -> 0.5);
    Outlet outlet = new SendingOutlet("ci", PACKER, recorder, Runnable::run);
    Condition condition = new Condition("ci", stats, time);
    return new Courier(
        new Dispatch(intake, schedule, outlet, condition, new Time(time, time)), condition, time);
  }

  private Pinger pinger() {
    return new Pinger(TestPing::event, PACKER, recorder);
  }

  private void keepLetters(long... sequences) {
    for (long sequence : sequences) {
      letters.add(new DeadLetter(event(sequence), Instant.EPOCH, 3, 400, "before"));
    }
  }

  private List<Long> sequences() {
    List<Long> sequences = new ArrayList<>();
    for (Optional<Parcel> next = intake.next(); next.isPresent(); next = intake.next()) {
      sequences.add(next.get().event().sequence());
    }
    return sequences;
  }

  private static LoggedEvent event(long sequence) {
    EventKey key = new EventKey(Action.PUSH, "x", "a", "");
    return new LoggedEvent(sequence, sequence - 1, Instant.EPOCH, key, new byte[0]);
  }
}
