package dev.registrynotifications.bench.delivery;

import com.google.common.base.Ticker;
import dev.registrynotifications.endpoint.EndpointFactory;
import dev.registrynotifications.event.Event;
import java.time.InstantSource;

/** Makes endpoints of real time, without chance. */
final class Endpoints {

  private Endpoints() {}

  private static Event noPing() {
    throw new UnsupportedOperationException("nobody pings here");
  }

  static EndpointFactory factory() {
    return new EndpointFactory(
        "registry-notifications/bench",
        InstantSource.system(),
        Ticker.systemTicker(),
        () -> 0.5,
        Endpoints::noPing);
  }
}
