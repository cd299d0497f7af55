package dev.registrynotifications.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.BatchConfig;
import dev.registrynotifications.config.RetryConfig;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.ScriptedSender;
import dev.registrynotifications.endpoint.lane.Batch;
import dev.registrynotifications.endpoint.lane.Parcel;
import dev.registrynotifications.endpoint.lane.Schedule;
import dev.registrynotifications.endpoint.lane.Verdict;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.metrics.EndpointState;
import dev.registrynotifications.metrics.EndpointStats;
import dev.registrynotifications.metrics.EndpointStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionTest {

  private static final Duration NOW = Duration.ZERO;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final EndpointStats stats = new EndpointStats();
  private final Condition condition = new Condition("ci", stats, () -> Instant.EPOCH);
  private final Schedule schedule =
      new Schedule(
          BatchConfig.SINGLE,
          1,
          new RetryConfig(1, SECOND, 1, SECOND, 3, Optional.empty(), Optional.empty()),
          () -> 0.5);

  @Test
  void staysPausedByTheOperatorWhateverTheLastRequestIsAnswered() {
    Batch batch = send();
    schedule.pause();
    condition.tellPaused(schedule);

    settle(batch, ScriptedSender.answered(200));

    assertThat(stats.getStatus().reason()).isEqualTo("an operator paused it");
  }

  @Test
  void saysThatTheEndpointIsGoneAlsoIfAnOperatorPausedItBefore() {
    Batch batch = send();
    schedule.pause();
    condition.tellPaused(schedule);

    settle(batch, ScriptedSender.answered(410));

    assertThat(stats.getStatus().reason()).isEqualTo("it answered 410");
  }

  @Test
  void backsOffForItsLastFailureWhenItIsResumed() {
    settle(send(), ScriptedSender.answered(503));
    schedule.pause();
    condition.tellPaused(schedule);

    schedule.resume();
    condition.tellResumed(schedule, NOW);

    assertThat(stats.getState()).isEqualTo(EndpointState.BACKING_OFF);
    assertThat(stats.getStatus().reason()).isEqualTo("it answered 503");
  }

  @Test
  void goesOnWithAPauseWithoutSayingSoAnew() {
    Instant before = Instant.EPOCH.minusSeconds(60);
    EndpointStatus gone = new EndpointStatus(EndpointState.PAUSED, before, "it answered 410");
    try (RecordedLog lines = RecordedLog.of(Condition.class)) {

      condition.goOnFrom(gone);

      assertThat(lines.lines()).isEmpty();
    }
    assertThat(stats.getStatus()).isEqualTo(gone);
  }

  @Test
  void saysThatItNoLongerBacksOffWhenItBeginsAfresh() {
    try (RecordedLog lines = RecordedLog.of(Condition.class)) {

      condition.goOnFrom(new EndpointStatus(EndpointState.BACKING_OFF, Instant.EPOCH, "no answer"));

      assertThat(lines.lines())
          .containsExactly("INFO Endpoint ci is tried afresh, as it is configured now; 0 pending");
    }
    assertThat(stats.getState()).isEqualTo(EndpointState.DELIVERING);
  }

  private Batch send() {
    EventKey key = new EventKey(Action.PUSH, "x", "a", "");
    schedule.add(new Pending(new LoggedEvent(1, 0, Instant.EPOCH, key, new byte[0])), NOW);
    return schedule.next(NOW, true).orElseThrow();
  }

  private void settle(Batch batch, DeliveryResult result) {
    Verdict unused = schedule.settle(batch, result, NOW, Instant.EPOCH);
    condition.tell(schedule, result, NOW);
  }

  /** An event on its way, of which nobody notes what becomes of it. */
  private record Pending(LoggedEvent event) implements Parcel {

    @Override
    public Instant since() {
      return event.time();
    }

    @Override
    public boolean isReplayed() {
      return false;
    }

    @Override
    public void delivered() {}

    @Override
    public void givenUp(Verdict.GivenUp why) {}
  }
}
