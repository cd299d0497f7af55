package dev.registrynotifications.endpoint;

import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.lane.Schedule;
import dev.registrynotifications.metrics.EndpointState;
import dev.registrynotifications.metrics.EndpointStats;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Tells people how an endpoint is: a line in the log for each change, and its state in the
 * statistics. Guarded by the courier.
 */
final class Condition {

  private static final Logger LOGGER = System.getLogger(Condition.class.getName());

  private final String endpoint;
  private final EndpointStats stats;
  private EndpointState state = EndpointState.DELIVERING;
  private boolean journalFails;
  private boolean full;

  Condition(String endpoint, EndpointStats stats) {
    this.endpoint = endpoint;
    this.stats = stats;
  }

  /** An attempt has ended, with that result. */
  void tell(Schedule schedule, DeliveryResult result, Duration now) {
    if (!changesTo(stateOf(schedule))) {
      return;
    }
    switch (state) {
      case PAUSED ->
          LOGGER.log(
              Level.WARNING,
              "Endpoint {0} is paused: {1}, it wants nothing any more; {2} pending. It goes on when"
                  + " its MBean is told to resume, or after the next start",
              endpoint,
              result,
              Long.toString(stats.getPending()));
      case BACKING_OFF ->
          LOGGER.log(
              Level.WARNING,
              "Endpoint {0} is backing off: {1}; {2} pending, next attempt in {3} ms",
              endpoint,
              result,
              Long.toString(stats.getPending()),
              Long.toString(schedule.restsUntil().minus(now).toMillis()));
      default ->
          LOGGER.log(
              Level.INFO,
              "Endpoint {0} is well again; {1} pending",
              endpoint,
              Long.toString(stats.getPending()));
    }
  }

  /** An operator wants it to go on. */
  void tellResumed(Schedule schedule) {
    if (changesTo(stateOf(schedule))) {
      LOGGER.log(Level.INFO, "Endpoint {0} is resumed", endpoint);
    }
  }

  private boolean changesTo(EndpointState next) {
    boolean changes = next != state;
    state = next;
    stats.recordState(next);
    return changes;
  }

  private static EndpointState stateOf(Schedule schedule) {
    if (schedule.isPaused()) {
      return EndpointState.PAUSED;
    }
    return schedule.isBackingOff() ? EndpointState.BACKING_OFF : EndpointState.DELIVERING;
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
          Long.toString(stats.getPending()),
          Integer.toString(schedule.parked()));
    }
    // The end of an episode is when nothing fails any more: each event that is given up makes room.
    full = windowFull || (full && schedule.parked() > 0);
  }

  void tellJournalFails(String why, Duration pause) {
    stats.recordState(EndpointState.WAITING_FOR_JOURNAL);
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
      stats.recordState(state);
      LOGGER.log(Level.INFO, "Endpoint {0} can use the journal again", endpoint);
    }
    journalFails = false;
  }

  /** A mistake of ours has ended the courier. */
  void tellFailed(Throwable mistake) {
    LOGGER.log(Level.ERROR, "Endpoint " + endpoint + " has stopped: its courier failed", mistake);
  }

  void tellStopped() {
    stats.recordState(EndpointState.STOPPED);
  }
}
