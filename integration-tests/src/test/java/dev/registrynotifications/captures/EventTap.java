package dev.registrynotifications.captures;

import dev.registrynotifications.cases.Content;
import dev.registrynotifications.cases.RegistryClient;
import dev.registrynotifications.receiver.ReceivedPost;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Tells which events a registry posts because of what a test does.
 *
 * <p>To know that there won't be more, it pulls a blob of its own from each repository afterwards
 * and waits for those events: events of a repository come in order. Waiting for a while instead
 * would be slow, and wrong on a slow machine.
 */
public final class EventTap {

  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final Content FENCE = Content.blob("a fence between events");

  private final RegistryClient client;
  private final WebhookReceiver receiver;
  private final List<String> repositories;
  private int fences;

  /** Pushes its own blob to the repositories that the test will work on. */
  public EventTap(URI registry, WebhookReceiver receiver, List<String> repositories) {
    this.client = new RegistryClient(registry);
    this.receiver = receiver;
    this.repositories = List.copyOf(repositories);
    eventsOf(() -> repositories.forEach(repository -> this.client.pushBlob(repository, FENCE)));
  }

  /** Does something and returns the posts that it led to. */
  public List<ReceivedPost> eventsOf(Runnable action) {
    action.run();
    String fence = "fence/" + ++fences + ";";
    for (String repository : repositories) {
      client.head("/v2/" + repository + "/blobs/" + FENCE.digest(), "User-Agent", fence);
    }
    awaitFences(fence);
    return receiver.takePosts().stream().filter(post -> !post.text().contains(fence)).toList();
  }

  private void awaitFences(String fence) {
    try {
      receiver.awaitUntil(
          posts ->
              posts.stream().filter(post -> post.text().contains(fence)).count()
                  >= repositories.size(),
          DEADLINE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Could not wait for the events: interrupted", e);
    }
  }
}
