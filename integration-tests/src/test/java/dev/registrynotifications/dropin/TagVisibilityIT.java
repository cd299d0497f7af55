package dev.registrynotifications.dropin;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.cases.Content;
import dev.registrynotifications.cases.RegistryClient;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.receiver.Answer;
import dev.registrynotifications.receiver.ReceivedPost;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A push is told of after it took effect: the original tells of it before its tag can be read. */
class TagVisibilityIT {

  private static final int PUSHES = 50;

  @TempDir private Path work;

  @Test
  void whoeverReceivesAPushCanReadItsTag() throws Exception {
    CompletableFuture<URI> registry = new CompletableFuture<>();
    Queue<String> statuses = new ConcurrentLinkedQueue<>();
    try (WebhookReceiver receiver =
            WebhookReceiver.start(
                post -> {
                  statusOfTagIn(post, registry).ifPresent(statuses::add);
                  return Answer.OK;
                });
        HostProcess host = start(receiver)) {
      registry.complete(host.baseUri());
      RegistryClient client = new RegistryClient(host.baseUri());
      Content config = Content.blob("{}");
      client.pushBlob("tag/visibility", config);
      Content manifest =
          new Content(
              Content.OCI_MANIFEST,
              "{\"schemaVersion\": 2, \"config\": %s, \"layers\": []}"
                  .formatted(config.descriptor("application/vnd.oci.image.config.v1+json")));

      for (int i = 0; i < PUSHES; i++) {
        client.putManifest("tag/visibility", "v" + i, manifest);
      }

      receiver.awaitUntil(posts -> statuses.size() == PUSHES, DEADLINE);
      assertThat(statuses).containsOnly("200");
    }
  }

  /** Reads the tag of a push, as a receiver would, and gives the status of that. */
  private static Optional<String> statusOfTagIn(
      ReceivedPost post, CompletableFuture<URI> registry) {
    if (!post.text().contains("\"action\": \"push\"") || !post.text().contains("\"tag\": ")) {
      return Optional.empty();
    }
    String tag = post.text().replaceFirst("(?s).*\"tag\": \"(.*?)\".*", "$1");
    RegistryClient client = new RegistryClient(registry.join());
    client.get("/v2/tag/visibility/manifests/" + tag);
    return Optional.of(client.takeStatuses());
  }

  private HostProcess start(WebhookReceiver receiver) throws Exception {
    return Installation.in(
            work,
            """
            notifications:
              enabled: true
              endpoints: [{name: reader, url: "%s", timeout: 30s, ignore: {actions: [pull]}}]
            """
                .formatted(receiver.uri()))
        .host()
        .start();
  }
}
