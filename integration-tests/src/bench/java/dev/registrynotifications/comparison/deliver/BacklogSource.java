package dev.registrynotifications.comparison.deliver;

import dev.registrynotifications.comparison.peer.Peer;
import java.io.IOException;

/** Has registries with a backlog, one after the other. The receiver must refuse connections. */
@FunctionalInterface
interface BacklogSource {

  /** Starts the next one. */
  Backlog open(Case wanted) throws IOException, InterruptedException;

  /**
   * A registry with events that wait for a receiver.
   *
   * @param peer the registry
   * @param events how many wait for each of its endpoints
   */
  record Backlog(Peer peer, long events) implements AutoCloseable {

    @Override
    public void close() {
      peer.close();
    }
  }
}
