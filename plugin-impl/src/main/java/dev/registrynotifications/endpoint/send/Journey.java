package dev.registrynotifications.endpoint.send;

import dev.registrynotifications.endpoint.attempt.Interim.Redirected;
import dev.registrynotifications.endpoint.guard.Location;
import dev.registrynotifications.endpoint.guard.Origin;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where an attempt has been, and whether it may go where it is sent next. Confined to one attempt.
 *
 * <p>An attempt that has left the endpoint's origin stays a stranger, also when it is sent back: an
 * origin that we don't know chose where to, and mustn't have requests signed or authorized.
 */
final class Journey {

  static final int MAX_HOPS = 5;

  private final Origin home;
  private final Set<URI> visited = new HashSet<>();
  private URI current;
  private boolean away;

  Journey(URI start) {
    this.home = Origin.of(start);
    this.current = start;
    visited.add(start);
  }

  URI current() {
    return current;
  }

  /** Whether the endpoint's secrets are none of the current place's business. */
  boolean isAway() {
    return away;
  }

  /** Goes on; or doesn't, and says why, for people. */
  Optional<String> follow(Redirected redirect) {
    if (redirect.location().isEmpty()) {
      return Optional.of(redirect + " and didn't say where to go");
    }
    Optional<URI> target = Location.resolve(current, redirect.location().get());
    if (target.isEmpty()) {
      return Optional.of(redirect + " with a Location that nothing can be sent to");
    }
    Optional<String> obstacle = obstacleTo(target.get(), redirect);
    if (obstacle.isEmpty()) {
      move(target.get());
    }
    return obstacle;
  }

  private Optional<String> obstacleTo(URI target, Redirected redirect) {
    String leadsThere = redirect + ", which leads to " + Location.display(target) + " and ";
    if (Origin.of(current).isEncrypted() && !Origin.of(target).isEncrypted()) {
      return Optional.of(leadsThere + "out of https");
    }
    if (visited.contains(target)) {
      return Optional.of(leadsThere + "so round in a circle");
    }
    if (visited.size() > MAX_HOPS) {
      return Optional.of(leadsThere + "is one redirect too many");
    }
    return Optional.empty();
  }

  private void move(URI target) {
    visited.add(target);
    current = target;
    away = away || !Origin.of(target).equals(home);
  }
}
