package dev.registrynotifications.cli.waiting;

import dev.registrynotifications.management.EndpointMXBean;
import java.util.Set;

/** Whether nothing is sent to an endpoint, so that nothing comes of waiting for it. */
public final class Resting {

  private static final Set<String> STATES = Set.of("paused", "stopped");

  private Resting() {}

  /** Whether it rests at this moment. */
  public static boolean isAtRest(EndpointMXBean endpoint) {
    return STATES.contains(endpoint.getState());
  }
}
