package dev.registrynotifications.captures;

import dev.registrynotifications.cases.CaptureCase;
import dev.registrynotifications.cases.CaptureCases;
import dev.registrynotifications.cases.CapturedContent;
import dev.registrynotifications.cases.RegistryClient;
import dev.registrynotifications.receiver.ReceivedPost;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Runs the cases, one after the other, against one registry. */
final class CaptureRun {

  private static final String CAPTURED_HOST = "127.0.0.1:5000";

  private final RegistryClient client;
  private final EventTap tap;
  private final String host;
  private final List<ReceivedPost> posts = new ArrayList<>();

  CaptureRun(URI registry, WebhookReceiver receiver) {
    client = new RegistryClient(registry);
    host = registry.getAuthority();
    tap =
        new EventTap(
            client,
            List.of(receiver),
            List.of(CaptureCases.REPOSITORY, CaptureCases.OTHER_REPOSITORY));
  }

  /** Runs a case and returns what came of it, with the captures' host and digests. */
  Outcome of(CaptureCase captureCase) {
    tap.eventsOf(() -> captureCase.preparation().accept(client));
    client.takeStatuses();
    List<ReceivedPost> events = tap.eventsOf(() -> captureCase.requests().accept(client));
    posts.addAll(events);
    Outcome outcome =
        Outcome.of(
            client.takeStatuses(),
            events.stream().map(ReceivedPost::text).map(WebhookBody::new).toList());
    return new Outcome(
        outcome.statuses(), outcome.bodies().stream().map(this::asCaptured).toList());
  }

  /** All posts that came of the cases so far. */
  List<ReceivedPost> posts() {
    return List.copyOf(posts);
  }

  private String asCaptured(String body) {
    return CapturedContent.withCapturedDigests(body).replace(host, CAPTURED_HOST);
  }
}
