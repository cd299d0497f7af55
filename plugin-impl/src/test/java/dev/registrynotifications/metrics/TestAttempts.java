package dev.registrynotifications.metrics;

import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.metrics.Attempt.Shipment;
import java.time.Duration;
import java.time.Instant;

/** Attempts for tests: each took five milliseconds. */
final class TestAttempts {

  static final Instant BEGUN = Instant.parse("2026-11-24T08:30:00Z");

  private static final EventKey KEY = new EventKey(Action.PUSH, "application/x", "team/app", "v1");

  private TestAttempts() {}

  /** One event was accepted. */
  static Attempt delivered(long sequence) {
    return attempt(new Shipment("id-" + sequence, KEY, sequence, 1, 100, false), 200, "");
  }

  /** Several events were accepted. */
  static Attempt deliveredBatch(long sequence, int events) {
    return attempt(new Shipment("id-" + sequence, KEY, sequence, events, 1000, true), 200, "");
  }

  /** One event was answered with 503. */
  static Attempt failed(long sequence) {
    Shipment shipment = new Shipment("id-" + sequence, KEY, sequence, 1, 100, true);
    return attempt(shipment, 503, "it answered 503");
  }

  private static Attempt attempt(Shipment shipment, int status, String outcome) {
    return new Attempt(BEGUN, Duration.ofMillis(5), shipment, status, outcome.isEmpty(), outcome);
  }
}
