package dev.registrynotifications.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Time that passes only when somebody sleeps, or a test lets it; what is planned happens when its
 * time has come. For one thread.
 */
final class ManualAlarmClock implements AlarmClock, InstantSource {

  static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  private final PriorityQueue<Plan> plans =
      new PriorityQueue<>(Comparator.comparing(Plan::time).thenComparing(Plan::number));
  private final List<Duration> naps = new ArrayList<>();
  private Duration now = Duration.ZERO;
  private boolean rings;
  private int rung;
  private int planned;

  private record Plan(Duration time, int number, Runnable action) {}

  /** Does it when that much time has passed. */
  void plan(Duration in, Runnable action) {
    plans.add(new Plan(now.plus(in), ++planned, action));
  }

  /** Lets time pass, and what is planned happen. */
  void advance(Duration by) {
    Duration until = now.plus(by);
    while (!plans.isEmpty() && plans.peek().time().compareTo(until) <= 0) {
      happen();
    }
    now = until;
  }

  private void happen() {
    Plan next = plans.remove();
    now = next.time().compareTo(now) > 0 ? next.time() : now;
    next.action().run();
  }

  @Override
  public Duration now() {
    return now;
  }

  @Override
  public Instant instant() {
    return START.plus(now);
  }

  @Override
  public void ring() {
    rings = true;
    rung++;
  }

  @Override
  public void sleep(Optional<Duration> atMost) {
    atMost.filter(pause -> !pause.isZero()).ifPresent(naps::add);
    Duration before = now;
    Optional<Duration> end = atMost.map(before::plus);
    while (!rings && !hasCome(end)) {
      Plan next = plans.peek();
      if (next != null && end.filter(time -> time.compareTo(next.time()) < 0).isEmpty()) {
        happen();
      } else {
        now = end.orElseThrow(() -> new IllegalStateException("sleeps for ever"));
      }
    }
    rings = false;
  }

  private boolean hasCome(Optional<Duration> end) {
    return end.filter(time -> time.compareTo(now) <= 0).isPresent();
  }

  /** How long it was to sleep at the most, each time that was said. */
  List<Duration> naps() {
    return naps;
  }

  /** How often it was to ring. */
  int rung() {
    return rung;
  }
}
