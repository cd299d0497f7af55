package dev.registrynotifications.comparison.peer;

import java.io.IOException;

/** A place where a registry is started, again and again if need be. */
@FunctionalInterface
public interface Site {

  /** Starts it with an empty storage, and waits until it answers. */
  Peer start(Webhooks webhooks) throws IOException, InterruptedException;
}
