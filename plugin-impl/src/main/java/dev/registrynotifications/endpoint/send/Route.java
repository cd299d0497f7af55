package dev.registrynotifications.endpoint.send;

import dev.registrynotifications.endpoint.attempt.Sender;
import java.net.URI;

/** A way to send requests, whatever the place. */
@FunctionalInterface
interface Route {

  /** Makes what sends to that place, each delivery in one request. */
  Sender to(URI target);
}
