package dev.registrynotifications.management;

import static java.util.Objects.requireNonNull;

import javax.management.ConstructorParameters;

/**
 * One attempt to deliver, as JMX shows it. A class with getters for the reason that {@link
 * DeadLetterView} gives.
 */
public final class AttemptView {

  private final String time;
  private final double durationMillis;
  private final String deliveryId;
  private final long sequence;
  private final int events;
  private final String action;
  private final String repository;
  private final String tag;
  private final boolean delivered;
  private final int status;
  private final String outcome;

  /** Makes a view of these; JMX does so, too, on the client's side. */
  @ConstructorParameters({
    "time",
    "durationMillis",
    "deliveryId",
    "sequence",
    "events",
    "action",
    "repository",
    "tag",
    "delivered",
    "status",
    "outcome"
  })
  public AttemptView(
      String time,
      double durationMillis,
      String deliveryId,
      long sequence,
      int events,
      String action,
      String repository,
      String tag,
      boolean delivered,
      int status,
      String outcome) {
    this.time = requireNonNull(time, "time");
    this.durationMillis = durationMillis;
    this.deliveryId = requireNonNull(deliveryId, "deliveryId");
    this.sequence = sequence;
    this.events = events;
    this.action = requireNonNull(action, "action");
    this.repository = requireNonNull(repository, "repository");
    this.tag = requireNonNull(tag, "tag");
    this.delivered = delivered;
    this.status = status;
    this.outcome = requireNonNull(outcome, "outcome");
  }

  /** When it began, as ISO 8601 in UTC. */
  public String getTime() {
    return time;
  }

  /** How long it took, in milliseconds. */
  public double getDurationMillis() {
    return durationMillis;
  }

  /** What names the delivery, the same at each attempt: an event's own id if it went alone. */
  public String getDeliveryId() {
    return deliveryId;
  }

  /** The place of its first event in the journal; 0 for a ping, which isn't there. */
  public long getSequence() {
    return sequence;
  }

  /** How many events it carried. */
  public int getEvents() {
    return events;
  }

  /** What was done, by its word on the wire, as its first event says. */
  public String getAction() {
    return action;
  }

  /** The repository, as its first event says. */
  public String getRepository() {
    return repository;
  }

  /** The tag, as its first event says; empty if there was none. */
  public String getTag() {
    return tag;
  }

  /** Whether the endpoint accepted it. */
  public boolean isDelivered() {
    return delivered;
  }

  /** The HTTP status of the answer; 0 if there was none. */
  public int getStatus() {
    return status;
  }

  /** How it ended, for people, with the beginning of what a refusal said. */
  public String getOutcome() {
    return outcome;
  }
}
