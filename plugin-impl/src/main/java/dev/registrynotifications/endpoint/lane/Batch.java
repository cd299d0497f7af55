package dev.registrynotifications.endpoint.lane;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one request carries: one event, or several. The same events in the same order at each
 * attempt.
 *
 * @param items its parcels, in the order in which they came in
 * @param attempts what was tried with it
 * @param ticket what the breaker knew when it was sent
 * @param begun when it was sent
 */
public record Batch(List<Item> items, Attempts attempts, long ticket, Duration begun) {

  /** Copies the items. */
  public Batch {
    items = List.copyOf(items);
  }

  /** What is sent. */
  public List<Parcel> parcels() {
    // As a rule there is one, and this is asked for at each event.
    if (isSingle()) {
      return List.of(items.get(0).parcel());
    }
    return items.stream().map(Item::parcel).toList();
  }

  /** How often it was tried before, in vain. */
  public int tried() {
    return attempts.count();
  }

  boolean isSingle() {
    return items.size() == 1;
  }

  Set<String> repositories() {
    if (isSingle()) {
      return Set.of(items.get(0).parcel().repository());
    }
    return items.stream().map(item -> item.parcel().repository()).collect(Collectors.toSet());
  }

  /** Whether even the youngest of its events is. */
  boolean isOlderThan(Duration age, Instant now) {
    return items.stream().noneMatch(item -> item.parcel().since().plus(age).isAfter(now));
  }

  Batch after(Attempts more) {
    return new Batch(items, more, ticket, begun);
  }

  Batch sent(long newTicket, Duration now) {
    return new Batch(items, attempts, newTicket, now);
  }

  static Batch unsent(List<Item> items) {
    return new Batch(items, Attempts.NONE, 0, Duration.ZERO);
  }
}
