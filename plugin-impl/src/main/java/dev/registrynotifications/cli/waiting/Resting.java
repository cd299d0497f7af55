package dev.registrynotifications.cli.waiting;

import dev.registrynotifications.management.EndpointMXBean;

/**
 * Whether nothing is sent to an endpoint, so that nothing comes of waiting for it. It is stopped
 * for a moment while another one takes its place: that counts when it is seen twice in a row.
 */
public final class Resting {

  /** The state of an endpoint that waits to be resumed, as its MBean tells it. */
  public static final String PAUSED = "paused";

  /** The state of one that nobody sends to any more. */
  public static final String STOPPED = "stopped";

  private final EndpointMXBean endpoint;
  private String state = "";

  /** Looks at that one. */
  public Resting(EndpointMXBean endpoint) {
    this.endpoint = endpoint;
  }

  /** Looks whether it rests at this moment. */
  public boolean isAtRest() {
    String before = state;
    state = endpoint.getState();
    return state.equals(PAUSED) || (state.equals(STOPPED) && before.equals(STOPPED));
  }

  /** How it was at the last look. */
  public String state() {
    return state;
  }
}
