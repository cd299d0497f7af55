package dev.registrynotifications.bench.delivery;

import com.google.common.base.Ticker;
import dev.registrynotifications.endpoint.EndpointFactory;
import java.time.InstantSource;

/** Makes endpoints of real time, without chance. */
final class Endpoints {

  private Endpoints() {}

  static EndpointFactory factory() {
    return new EndpointFactory(
        "registry-notifications/bench", InstantSource.system(), Ticker.systemTicker(), () -> 0.5);
  }
}
