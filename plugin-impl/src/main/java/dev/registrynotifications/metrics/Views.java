package dev.registrynotifications.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.management.AttemptView;
import dev.registrynotifications.management.DeadLetterView;
import dev.registrynotifications.management.LatencyView;
import dev.registrynotifications.measure.Latencies;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How JMX shows what consists of parts, and times. */
final class Views {

  private static final double NANOS_PER_MILLI = 1e6;

  private Views() {}

  static LatencyView of(Latencies latencies) {
    return new LatencyView(
        latencies.count(),
        millis(latencies.p50()),
        millis(latencies.p95()),
        millis(latencies.p99()),
        millis(latencies.max()));
  }

  static AttemptView of(Attempt attempt) {
    Attempt.Shipment delivery = attempt.delivery();
    EventKey first = delivery.first();
    return new AttemptView(
        attempt.begun().toString(),
        millis(attempt.took()),
        delivery.id(),
        delivery.sequence(),
        delivery.events(),
        first.action().word(),
        first.repository(),
        first.tag(),
        attempt.delivered(),
        attempt.status(),
        attempt.outcome());
  }

  static DeadLetterView of(DeadLetter letter) {
    EventKey key = letter.event().key();
    return new DeadLetterView(
        letter.event().sequence(),
        key.action().word(),
        key.repository(),
        key.tag(),
        new String(letter.event().payload(), UTF_8),
        letter.time().toString(),
        letter.attempts(),
        letter.lastStatus(),
        letter.reason());
  }

  private static double millis(Duration duration) {
    return duration.getSeconds() * 1e3 + duration.getNano() / NANOS_PER_MILLI;
  }

  static double seconds(Duration duration) {
    return millis(duration) / 1e3;
  }

  /** A time as ISO 8601; empty if there is none. */
  static String time(Optional<Instant> time) {
    return time.map(Instant::toString).orElse("");
  }

  /**
   * The time that an operator has written.
   *
   * @throws IllegalArgumentException if it is none; the message says how to write one
   */
  static Instant time(String written) {
    try {
      return Instant.parse(written);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "\"" + written + "\" is no time; write it as in 2026-11-24T08:30:00Z", e);
    }
  }
}
