package dev.registrynotifications.journal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * An event that was given up, and why.
 *
 * @param event the event, as the log gave it
 * @param time when it was given up
 * @param attempts how often it was tried
 * @param lastStatus the HTTP status of the last answer; 0 if there was none
 * @param reason why, for people; one line
 */
public record DeadLetter(
    LoggedEvent event, Instant time, int attempts, int lastStatus, String reason) {

  /** Makes the reason one line. */
  public DeadLetter {
    requireNonNull(event, "event");
    requireNonNull(time, "time");
    reason = reason.replaceAll("\\p{Cntrl}", " ");
  }
}
