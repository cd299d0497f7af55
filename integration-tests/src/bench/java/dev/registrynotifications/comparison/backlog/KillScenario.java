package dev.registrynotifications.comparison.backlog;

import dev.registrynotifications.comparison.load.Load;
import dev.registrynotifications.comparison.peer.Peer;
import dev.registrynotifications.comparison.peer.Site;
import dev.registrynotifications.comparison.peer.Webhooks;
import dev.registrynotifications.comparison.receiver.Behaviour;
import dev.registrynotifications.comparison.receiver.ChildReceiver;
import java.io.IOException;

/**
 * Kills a registry whose receiver is down, and starts it again with the receiver up.
 *
 * @param receiver refuses connections before and after
 * @param events how many are pending at least when it is killed
 */
record KillScenario(ChildReceiver receiver, long events) {

  Kill run(Site site) throws IOException, InterruptedException {
    Webhooks webhooks = Webhooks.single("ci", receiver.uri());
    long pending = makeAndKill(site, webhooks);
    receiver.listen(Behaviour.withMemory());
    try (Peer peer = site.start(webhooks)) {
      Deliveries.awaitEndOf(peer);
      return new Kill(pending, receiver.tally());
    } finally {
      receiver.refuse();
    }
  }

  private long makeAndKill(Site site, Webhooks webhooks) throws IOException, InterruptedException {
    try (Peer peer = site.start(webhooks)) {
      long made = Load.ofPulls(peer.uri()).make(events);
      peer.kill();
      return Load.firstEvents() + made;
    }
  }
}
