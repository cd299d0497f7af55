package dev.registrynotifications.endpoint.send;

import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Failed;
import dev.registrynotifications.endpoint.attempt.Interim.Redirected;
import dev.registrynotifications.endpoint.attempt.Sender;
import dev.registrynotifications.endpoint.guard.Location;
import java.net.URI;
import java.util.Optional;

/**
 * Follows redirects by posting the same delivery again, each hop with its own time bound.
 *
 * <p>{@code HttpClient.followRedirects} would make a GET of a 301 or 302, which loses the events,
 * and would take signatures and credentials along to wherever it is sent.
 */
final class RedirectingSender implements Sender {

  private final URI url;
  private final Route home;
  private final Route away;
  private final Sender first;

  /**
   * Makes a sender.
   *
   * @param url where each attempt begins
   * @param home how requests to the origin of that URL are sent
   * @param away how all others are
   */
  RedirectingSender(URI url, Route home, Route away) {
    this.url = url;
    this.home = home;
    this.away = away;
    this.first = home.to(url);
  }

  @Override
  public DeliveryResult send(Delivery delivery) throws InterruptedException {
    DeliveryResult result = first.send(delivery);
    return result instanceof Redirected redirect ? follow(redirect, delivery) : result;
  }

  private DeliveryResult follow(Redirected first, Delivery delivery) throws InterruptedException {
    Journey journey = new Journey(url);
    DeliveryResult result = first;
    while (result instanceof Redirected redirect) {
      Optional<String> obstacle = journey.follow(redirect);
      if (obstacle.isPresent()) {
        return new Failed(obstacle.get());
      }
      Route route = journey.isAway() ? away : home;
      result = route.to(journey.current()).send(delivery);
    }
    return result instanceof Failed failed ? failedAt(journey.current(), failed) : result;
  }

  /** Which host isn't known, or refuses connections, isn't to be guessed. */
  private static Failed failedAt(URI target, Failed failed) {
    return new Failed("redirected to " + Location.display(target) + ": " + failed.reason());
  }
}
