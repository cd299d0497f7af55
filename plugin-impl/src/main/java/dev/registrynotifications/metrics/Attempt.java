package dev.registrynotifications.metrics;

import static java.util.Objects.requireNonNull;

import dev.registrynotifications.journal.EventKey;
import java.time.Duration;
import java.time.Instant;

/**
 * One attempt to deliver.
 *
 * @param begun when it began
 * @param took how long it took
 * @param delivery what was sent
 * @param status the HTTP status of the answer; 0 if there was none
 * @param delivered whether the endpoint accepted it
 * @param outcome how it ended, for people; no more than a few hundred characters, no secrets
 */
public record Attempt(
    Instant begun,
    Duration took,
    Shipment delivery,
    int status,
    boolean delivered,
    String outcome) {

  /** No part may be missing. */
  public Attempt {
    requireNonNull(begun, "begun");
    requireNonNull(took, "took");
    requireNonNull(delivery, "delivery");
    requireNonNull(outcome, "outcome");
  }

  /**
   * What an attempt sends.
   *
   * @param id names the delivery, the same at each attempt
   * @param first the key of its first event
   * @param sequence the place of its first event in the log; 0 if it isn't there
   * @param events how many events it has
   * @param bytes how long its body is
   * @param again whether it was tried before, in vain
   */
  public record Shipment(
      String id, EventKey first, long sequence, int events, int bytes, boolean again) {

    /** No part may be missing. */
    public Shipment {
      requireNonNull(id, "id");
      requireNonNull(first, "first");
    }
  }
}
