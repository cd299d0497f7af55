package dev.registrynotifications.gateway;

import dev.registrynotifications.captures.EventTap;
import dev.registrynotifications.captures.WebhookBody;
import dev.registrynotifications.cases.RegistryClient;
import dev.registrynotifications.peers.GatewayRegistry;
import dev.registrynotifications.peers.Subscription;
import dev.registrynotifications.receiver.ReceivedPost;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The original behind the gateway, and what each of them tells of the same requests. */
final class Witnesses implements AutoCloseable {

  /** How the gateway asks for sizes, which the original takes for pulls. */
  private static final String GATEWAYS_OWN = "\"useragent\": \"registry-notifications/";

  private final WebhookReceiver originals = WebhookReceiver.start();
  private final WebhookReceiver ours = WebhookReceiver.start();
  private final GatewayRegistry registry;

  private Witnesses(Path work) throws IOException, InterruptedException {
    registry =
        GatewayRegistry.start(
            work,
            Subscription.to(originals.uri()).withReferences(),
            Subscription.to(ours.uri()).withReferences());
  }

  /** Starts them in an empty directory. */
  static Witnesses start(Path work) throws IOException, InterruptedException {
    return new Witnesses(work);
  }

  GatewayRegistry registry() {
    return registry;
  }

  /** A client of the gateway. */
  RegistryClient client() {
    return new RegistryClient(registry.uri());
  }

  /** Waits for what both tell of the repositories, on a client's connection. */
  EventTap tap(RegistryClient client, List<String> repositories) {
    return new EventTap(client, List.of(originals, ours), repositories);
  }

  /** What the original has told. */
  List<WebhookBody> originals() {
    return bodies(originals.posts());
  }

  /** What the gateway has told. */
  List<WebhookBody> ours() {
    return bodies(ours.posts());
  }

  /** Begins anew. */
  void forget() {
    originals.takePosts();
    ours.takePosts();
  }

  @Override
  public void close() {
    registry.close();
    originals.close();
    ours.close();
  }

  private static List<WebhookBody> bodies(List<ReceivedPost> posts) {
    return posts.stream()
        .filter(post -> !EventTap.isFence(post))
        .map(ReceivedPost::text)
        .filter(text -> !text.contains(GATEWAYS_OWN))
        .map(WebhookBody::new)
        .map(WebhookBody::withoutClientPort)
        .toList();
  }
}
