package dev.registrynotifications.endpoint;

import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Answered;
import dev.registrynotifications.endpoint.lane.Schedule;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.metrics.EndpointState;
import dev.registrynotifications.metrics.EndpointStats;
import dev.registrynotifications.metrics.EndpointStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Tells people how an endpoint is: for each change a line in the log and an announcement, and its
 * state in the statistics. Guarded by the courier.
 */
final class Condition {

  private static final Logger LOGGER = System.getLogger(Condition.class.getName());

  private final String endpoint;
  private final EndpointStats stats;
  private final InstantSource clock;
  private EndpointStatus status;
  private String lastFailure = "";
  private boolean journalFails;
  private boolean full;

  Condition(String endpoint, EndpointStats stats, InstantSource clock) {
    this.endpoint = endpoint;
    this.stats = stats;
    this.clock = clock;
    this.status = new EndpointStatus(EndpointState.DELIVERING, clock.instant(), "");
    stats.recordStatus(status);
  }

  /** How it is, but for the journal. */
  EndpointStatus status() {
    return status;
  }

  /** Begins as another one ended that was in its place: a pause lasts, a back-off doesn't. */
  void goOnFrom(EndpointStatus before) {
    if (before.state() == EndpointState.PAUSED) {
      status = before;
      stats.recordStatus(status);
    } else if (before.state() == EndpointState.BACKING_OFF) {
      LOGGER.log(
          Level.INFO,
          "Endpoint {0} is tried afresh, as it is configured now; {1} pending",
          endpoint,
          pending());
      announce(EndpointMXBean.CLOSED, "is tried afresh, as it is configured now");
    }
  }

  /** An attempt has ended, with that result. */
  void tell(Schedule schedule, DeliveryResult result, Duration now) {
    lastFailure = result.isDelivered() ? lastFailure : result.toString();
    EndpointState next = stateOf(schedule);
    if (next == status.state() && !isNewReason(result)) {
      return;
    }
    EndpointStatus before = status;
    Optional<Instant> nextAttempt = nextAttempt(schedule, now);
    move(next, next == EndpointState.DELIVERING ? "" : result.toString(), nextAttempt);
    if (before.state() != next) {
      tellChange(before, result);
    }
  }

  /** Whether it tells better why the endpoint still is as it was before. */
  private boolean isNewReason(DeliveryResult result) {
    return switch (status.state()) {
      case PAUSED -> result instanceof Answered answered && answered.isGone();
      case BACKING_OFF -> !result.isDelivered();
      default -> false;
    };
  }

  private void tellChange(EndpointStatus before, DeliveryResult result) {
    switch (status.state()) {
      case PAUSED -> tellGone(result);
      case BACKING_OFF -> tellBackingOff(result);
      default -> tellWell(before.since());
    }
  }

  private void tellGone(DeliveryResult result) {
    LOGGER.log(
        Level.WARNING,
        "Endpoint {0} is paused: {1}, it wants nothing any more; {2} pending. It goes on when it"
            + " is told to resume, at the console or by its MBean, or after the next start",
        endpoint,
        result,
        pending());
    announce(EndpointMXBean.PAUSED, "is paused: " + result);
  }

  private void tellBackingOff(DeliveryResult result) {
    LOGGER.log(
        Level.WARNING,
        "Endpoint {0} is backing off: {1}; {2} pending, next attempt in {3} ms",
        endpoint,
        result,
        pending(),
        status.nextAttempt().map(this::millisUntil).orElse("0"));
    announce(EndpointMXBean.OPENED, "is backing off: " + result);
  }

  private String millisUntil(Instant then) {
    return Long.toString(Duration.between(clock.instant(), then).toMillis());
  }

  private void tellWell(Instant since) {
    Duration ill = Duration.between(since, clock.instant());
    LOGGER.log(
        Level.INFO,
        "Endpoint {0} is well again, after {1} ms; {2} pending",
        endpoint,
        Long.toString(ill.toMillis()),
        pending());
    announce(EndpointMXBean.CLOSED, "is well again");
  }

  /** An operator wants nothing more to be sent. */
  void tellPaused(Schedule schedule) {
    if (status.state() == EndpointState.PAUSED || !schedule.isPaused()) {
      return;
    }
    move(EndpointState.PAUSED, "an operator paused it", Optional.empty());
    LOGGER.log(
        Level.WARNING,
        "Endpoint {0} is paused by an operator; {1} pending. It goes on when it is told to resume,"
            + " at the console or by its MBean, or after the next start",
        endpoint,
        pending());
    announce(EndpointMXBean.PAUSED, "is paused by an operator");
  }

  /** An operator wants it to go on. */
  void tellResumed(Schedule schedule, Duration now) {
    if (status.state() != EndpointState.PAUSED) {
      return;
    }
    EndpointState next = stateOf(schedule);
    move(next, next == EndpointState.DELIVERING ? "" : lastFailure, nextAttempt(schedule, now));
    LOGGER.log(Level.INFO, "Endpoint {0} is resumed; {1} pending", endpoint, pending());
    announce(EndpointMXBean.RESUMED, "is resumed");
  }

  private void move(EndpointState state, String reason, Optional<Instant> nextAttempt) {
    Instant since = state == status.state() ? status.since() : clock.instant();
    status = new EndpointStatus(state, since, reason, nextAttempt);
    stats.recordStatus(status);
  }

  private Optional<Instant> nextAttempt(Schedule schedule, Duration now) {
    return stateOf(schedule) == EndpointState.BACKING_OFF
        ? Optional.of(clock.instant().plus(schedule.restsUntil().minus(now)))
        : Optional.empty();
  }

  private static EndpointState stateOf(Schedule schedule) {
    if (schedule.isPaused()) {
      return EndpointState.PAUSED;
    }
    return schedule.isBackingOff() ? EndpointState.BACKING_OFF : EndpointState.DELIVERING;
  }

  private String pending() {
    return Long.toString(stats.getPending());
  }

  private void announce(String type, String what) {
    stats
        .announcements()
        .announce(type, "Endpoint " + endpoint + " " + what + "; " + pending() + " pending");
  }

  /** What is under way, and whether no more is read until the oldest of it is done. */
  void tellLanes(Schedule schedule, boolean windowFull) {
    stats.recordLanes(schedule.inFlight(), schedule.parked(), windowFull);
    if (windowFull && !full) {
      LOGGER.log(
          Level.WARNING,
          "Endpoint {0} reads no further: an event that it doesn''t take lies too far back;"
              + " {1} pending, {2} of its repositories'' requests wait to be tried again",
          endpoint,
          pending(),
          Integer.toString(schedule.parked()));
    }
    // The end of an episode is when nothing fails any more: each event that is given up makes room.
    full = windowFull || (full && schedule.parked() > 0);
  }

  void tellJournalFails(String why, Duration pause) {
    Instant now = clock.instant();
    Instant since = journalFails ? stats.getStatus().since() : now;
    stats.recordStatus(
        new EndpointStatus(
            EndpointState.WAITING_FOR_JOURNAL, since, why, Optional.of(now.plus(pause))));
    if (!journalFails) {
      LOGGER.log(
          Level.ERROR,
          "Endpoint {0} waits for the journal: {1}; next attempts every {2} ms",
          endpoint,
          why,
          Long.toString(pause.toMillis()));
    }
    journalFails = true;
  }

  void tellJournalWorks() {
    if (journalFails) {
      stats.recordStatus(status);
      LOGGER.log(Level.INFO, "Endpoint {0} can use the journal again", endpoint);
    }
    journalFails = false;
  }

  /** A mistake of ours has ended the courier. */
  void tellFailed(Throwable mistake) {
    LOGGER.log(Level.ERROR, "Endpoint " + endpoint + " has stopped: its courier failed", mistake);
  }

  void tellStopped() {
    stats.recordStatus(new EndpointStatus(EndpointState.STOPPED, clock.instant(), ""));
  }
}
