package dev.registrynotifications.comparison.backlog;

import dev.registrynotifications.comparison.load.Load;
import dev.registrynotifications.comparison.peer.Peer;
import dev.registrynotifications.comparison.peer.Site;
import dev.registrynotifications.comparison.peer.Webhooks;
import dev.registrynotifications.comparison.receiver.Behaviour;
import dev.registrynotifications.comparison.receiver.ChildReceiver;
import java.io.IOException;
import java.time.Duration;

/**
 * Takes the receiver down while events are made, and up again.
 *
 * @param receiver refuses connections before and after
 * @param events how many are made at least
 */
record OutageScenario(ChildReceiver receiver, long events) {

  /** So many times fewer are delivered before, so that classes and buffers aren't counted. */
  private static final int TIMES_WARM_UP = 10;

  Outage run(Site site) throws IOException, InterruptedException {
    receiver.listen(Behaviour.PROMPT);
    try (Peer peer = site.start(Webhooks.single("ci", receiver.uri()))) {
      Load load = Load.ofPulls(peer.uri());
      long unused = load.make(events / TIMES_WARM_UP);
      Deliveries.awaitEndOf(peer);
      receiver.refuse();
      return goDownAndUp(peer, load);
    } finally {
      receiver.refuse();
    }
  }

  private Outage goDownAndUp(Peer peer, Load load) throws IOException, InterruptedException {
    Memory before = Memory.of(peer);
    long begin = System.nanoTime();
    long made = load.make(events);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    Memory after = Memory.of(peer);
    receiver.listen(Behaviour.withMemory());
    Deliveries.awaitEndOf(peer);
    return new Outage(made, took, before, after, receiver.tally());
  }
}
