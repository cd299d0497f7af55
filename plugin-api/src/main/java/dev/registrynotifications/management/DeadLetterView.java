package dev.registrynotifications.management;

import static java.util.Objects.requireNonNull;

import javax.management.ConstructorParameters;

/**
 * An event that an endpoint has refused for good, as JMX shows it. A class with getters and no
 * record, because JMX turns records into open types only from Java 21 on.
 */
public final class DeadLetterView {

  private final long sequence;
  private final String action;
  private final String repository;
  private final String tag;
  private final String event;
  private final String time;
  private final int attempts;
  private final int lastStatus;
  private final String reason;

  /**
   * Makes a view of these; JMX does so, too, on the client's side. It would also take {@code
   * java.beans.ConstructorProperties}, which would bring all of {@code java.desktop}.
   */
  @ConstructorParameters({
    "sequence",
    "action",
    "repository",
    "tag",
    "event",
    "time",
    "attempts",
    "lastStatus",
    "reason"
  })
  public DeadLetterView(
      long sequence,
      String action,
      String repository,
      String tag,
      String event,
      String time,
      int attempts,
      int lastStatus,
      String reason) {
    this.sequence = sequence;
    this.action = requireNonNull(action, "action");
    this.repository = requireNonNull(repository, "repository");
    this.tag = requireNonNull(tag, "tag");
    this.event = requireNonNull(event, "event");
    this.time = requireNonNull(time, "time");
    this.attempts = attempts;
    this.lastStatus = lastStatus;
    this.reason = requireNonNull(reason, "reason");
  }

  /** The event's place in the journal: what {@code redriveDeadLetter} takes. */
  public long getSequence() {
    return sequence;
  }

  /** What was done, by its word on the wire. */
  public String getAction() {
    return action;
  }

  /** The repository's name. */
  public String getRepository() {
    return repository;
  }

  /** The tag; empty if there was none. */
  public String getTag() {
    return tag;
  }

  /** The whole event, as JSON. */
  public String getEvent() {
    return event;
  }

  /** When it was given up, as ISO 8601 in UTC. */
  public String getTime() {
    return time;
  }

  /** How often it was tried. */
  public int getAttempts() {
    return attempts;
  }

  /** The HTTP status of the last answer; 0 if there was none. */
  public int getLastStatus() {
    return lastStatus;
  }

  /** Why it was given up, for people. */
  public String getReason() {
    return reason;
  }
}
