package dev.registrynotifications.comparison.deliver;

import dev.registrynotifications.comparison.load.Load;
import dev.registrynotifications.comparison.peer.Peer;
import dev.registrynotifications.comparison.peer.Site;
import dev.registrynotifications.comparison.peer.Webhooks;
import java.io.IOException;
import java.net.URI;

/**
 * The original, which has its backlog made anew each time: it keeps none.
 *
 * @param site where it is started
 * @param receiver where its endpoints post
 * @param events how many are made for one endpoint; with several, each gets fewer, as it delivers
 *     fewer, too
 */
record OriginalSource(Site site, URI receiver, long events) implements BacklogSource {

  /** What several endpoints deliver together isn't more than twice what one does. */
  private static final int MOST_TIMES_ONE = 2;

  @Override
  public Backlog open(Case wanted) throws IOException, InterruptedException {
    Webhooks webhooks = new Webhooks("ci", wanted.endpoints(), receiver, wanted.keys());
    Peer original = site.start(webhooks);
    try {
      return new Backlog(original, Load.ofPulls(original.uri()).make(eventsFor(wanted)));
    } catch (IOException | InterruptedException | RuntimeException e) {
      original.close();
      throw e;
    }
  }

  private long eventsFor(Case wanted) {
    return events * Math.min(wanted.endpoints(), MOST_TIMES_ONE) / wanted.endpoints();
  }
}
