package dev.registrynotifications.skopeo;

import dev.registrynotifications.captures.EventTap;
import dev.registrynotifications.captures.Outcome;
import dev.registrynotifications.captures.WebhookBody;
import dev.registrynotifications.peers.RegistryUnderTest;
import dev.registrynotifications.receiver.ReceivedPost;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs commands at one registry and tells what it posted. */
final class SkopeoRun {

  private final Skopeo skopeo;
  private final String host;
  private final EventTap tap;

  SkopeoRun(Skopeo skopeo, RegistryUnderTest registry, WebhookReceiver receiver) {
    this.skopeo = skopeo;
    this.host = registry.hostAndPort();
    this.tap = new EventTap(registry.uri(), receiver, SkopeoCommand.REPOSITORIES);
  }

  /** What the registry posted, with the same name for every registry. */
  Outcome of(SkopeoCommand command) {
    List<WebhookBody> webhooks =
        tap.eventsOf(() -> skopeo.run(command.at(host))).stream()
            .map(ReceivedPost::text)
            .map(text -> new WebhookBody(text.replace(host, "<registry>")))
            .toList();
    return Outcome.of("", withBlobsSorted(webhooks));
  }

  /**
   * skopeo copies several blobs at a time. What happens to one blob stays in order, and so do
   * manifests.
   */
  private static List<WebhookBody> withBlobsSorted(List<WebhookBody> webhooks) {
    List<WebhookBody> sorted = new ArrayList<>();
    List<WebhookBody> blobs = new ArrayList<>();
    for (WebhookBody webhook : webhooks) {
      if (!webhook.isAboutBlob()) {
        moveSorted(blobs, sorted);
        sorted.add(webhook);
      } else {
        blobs.add(webhook);
      }
    }
    moveSorted(blobs, sorted);
    return sorted;
  }

  private static void moveSorted(List<WebhookBody> from, List<WebhookBody> to) {
    from.sort(Comparator.comparing(WebhookBody::digest));
    to.addAll(from);
    from.clear();
  }
}
