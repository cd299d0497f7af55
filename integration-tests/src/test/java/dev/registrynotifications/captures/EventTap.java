package dev.registrynotifications.captures;

import static dev.registrynotifications.Patience.DEADLINE;

import dev.registrynotifications.cases.Content;
import dev.registrynotifications.cases.RegistryClient;
import dev.registrynotifications.receiver.ReceivedPost;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.net.URI;
import java.util.List;

/**
 * Tells which events a registry posts because of what a test does.
 *
 * <p>To know that there won't be more, it pulls a blob of its own from each repository afterwards
 * and waits for those events: events of a repository come in order. Waiting for a while instead
 * would be slow, and wrong on a slow machine.
 */
public final class EventTap {

  private static final String FENCES = "fence/";
  private static final Content FENCE = Content.blob("a fence between events");

  private final RegistryClient client;
  private final List<WebhookReceiver> receivers;
  private final List<String> repositories;
  private int fences;

  /** Pushes its own blob to the repositories that the test will work on. */
  public EventTap(URI registry, WebhookReceiver receiver, List<String> repositories) {
    this(new RegistryClient(registry), List.of(receiver), repositories);
  }

  /**
   * Does the same for a registry whose events come to several receivers.
   *
   * @param client what the fences go by: on its connection none overtakes what it asks for
   */
  public EventTap(
      RegistryClient client, List<WebhookReceiver> receivers, List<String> repositories) {
    this.client = client.apart();
    this.receivers = List.copyOf(receivers);
    this.repositories = List.copyOf(repositories);
    run(() -> repositories.forEach(repository -> this.client.pushBlob(repository, FENCE)));
    receivers.forEach(WebhookReceiver::takePosts);
  }

  /** Does something and returns the posts that it led to, at the first receiver. */
  public List<ReceivedPost> eventsOf(Runnable action) {
    run(action);
    return receivers.get(0).takePosts().stream().filter(post -> !isFence(post)).toList();
  }

  /** Does something and returns when each receiver has the posts that it led to. */
  public void run(Runnable action) {
    action.run();
    String fence = FENCES + ++fences + ";";
    for (String repository : repositories) {
      client.head("/v2/" + repository + "/blobs/" + FENCE.digest(), "User-Agent", fence);
    }
    receivers.forEach(receiver -> awaitFences(fence, receiver));
  }

  /** Tells posts of ours from those that are looked for. */
  public static boolean isFence(ReceivedPost post) {
    return post.text().contains(FENCES);
  }

  private void awaitFences(String fence, WebhookReceiver receiver) {
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
