package dev.registrynotifications.comparison.deliver;

import dev.registrynotifications.comparison.load.Load;
import dev.registrynotifications.comparison.peer.Peer;
import dev.registrynotifications.comparison.peer.PluginSite;
import dev.registrynotifications.comparison.peer.Webhooks;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Our registry on a journal that is filled once. Endpoints of new names get all of it each time.
 * Confined to one thread.
 */
final class JournalSource implements BacklogSource {

  private final PluginSite site;
  private final URI receiver;
  private final long events;
  private int opened;

  private JournalSource(PluginSite site, URI receiver, long events) {
    this.site = site;
    this.receiver = receiver;
    this.events = events;
  }

  /**
   * Fills a journal.
   *
   * @param work a directory to be made
   * @param receiver where endpoints post; it must refuse connections
   * @param load makes the events
   */
  static JournalSource filled(Path work, URI receiver, long events, Function<URI, Load> load)
      throws IOException, InterruptedException {
    System.err.printf("a journal of %,d events%n", events);
    PluginSite site = PluginSite.in(Files.createDirectory(work));
    long begin = System.nanoTime();
    try (Peer peer = site.start(Webhooks.single("filling", receiver))) {
      long made = load.apply(peer.uri()).make(events);
      System.err.printf("%,.0f events/s made%n", made * 1e9 / (System.nanoTime() - begin));
      return new JournalSource(site, receiver, made);
    }
  }

  @Override
  public Backlog open(Case wanted) throws IOException, InterruptedException {
    opened++;
    Webhooks webhooks = new Webhooks("ci-" + opened, wanted.endpoints(), receiver, wanted.keys());
    Peer peer = site.start(webhooks);
    try {
      requireAll(peer.pending(), wanted.endpoints());
      return new Backlog(peer, events);
    } catch (IOException | InterruptedException | RuntimeException e) {
      peer.close();
      throw e;
    }
  }

  private void requireAll(long pending, int endpoints) {
    if (pending < events * endpoints) {
      throw new IllegalStateException(
          "Could not have %,d events wait for each of %d endpoints: only %,d do in all"
              .formatted(events, endpoints, pending));
    }
  }
}
