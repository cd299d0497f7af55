package dev.registrynotifications.dropin;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.registrynotifications.host.storage.Registry;
import dev.registrynotifications.host.storage.memory.MemoryRegistry;
import dev.registrynotifications.plugin.PluginLoader;
import dev.registrynotifications.plugin.RepositoryDecorator;
import dev.registrynotifications.receiver.ReceivedPost;
import dev.registrynotifications.receiver.WebhookReceiver;
import dev.registrynotifications.registry.BlobReader;
import dev.registrynotifications.registry.BlobWriter;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.Manifest;
import dev.registrynotifications.registry.Repository;
import dev.registrynotifications.registry.RepositoryName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the original's {@code TestListener} does with a repository, done to one that the drop-in jar
 * decorates, and counted at the webhook.
 */
class SeedScenarioIT {

  private static final RepositoryName NAME = new RepositoryName("foo/bar");
  private static final int EVENTS = 14;

  @TempDir private Path work;

  @Test
  void countsWhatTheOriginalCounts() throws Exception {
    try (WebhookReceiver receiver = WebhookReceiver.start()) {
      Installation installation = Installation.in(work, configFor(receiver));
      try (PluginLoader loader = PluginLoader.open(installation.plugins())) {
        RepositoryDecorator decorator =
            loader.start(SmallServer.with(installation.configuration()));
        assertThat(loader.problems()).isEmpty();
        useRepository(decorator);
        receiver.await(EVENTS, DEADLINE);
      }

      assertThat(counted(receiver.posts()))
          .isEqualTo(
              Map.of(
                  "push manifest", 1,
                  "pull manifest", 1,
                  "push blob", 3,
                  "pull blob", 3,
                  "delete digest", 4,
                  "delete tag", 1,
                  "delete repository", 1));
    }
  }

  private static void useRepository(RepositoryDecorator decorator) throws IOException {
    Registry registry = new MemoryRegistry();
    Repository repository = decorator.decorate(registry.repository(NAME), SmallServer.REQUEST);
    List<Descriptor> blobs = new ArrayList<>();
    for (String content : List.of("one", "two", "three")) {
      blobs.add(pushAndOpen(repository, content));
    }
    Manifest manifest =
        Manifest.of(
            "application/vnd.oci.image.manifest.v1+json",
            blobs,
            ByteBuffer.wrap("{}".getBytes(UTF_8)));
    repository.manifests().put(manifest, List.of());
    repository.tags().tag("latest", manifest.digest());
    assertThat(repository.manifests().get("latest")).contains(manifest);
    repository.tags().untag("latest");
    repository.manifests().delete(manifest.digest());
    for (Descriptor blob : blobs) {
      repository.blobs().delete(blob.digest());
    }
    decorator.decorate(registry.remover(), SmallServer.REQUEST).remove(NAME);
  }

  private static Descriptor pushAndOpen(Repository repository, String content) throws IOException {
    byte[] bytes = content.getBytes(UTF_8);
    Digest digest = Digest.sha256(ByteBuffer.wrap(bytes));
    try (BlobWriter writer = repository.blobs().create()) {
      writer.write(new ByteArrayInputStream(bytes));
      writer.commit(digest);
    }
    try (BlobReader reader = repository.blobs().open(digest).orElseThrow()) {
      return reader.descriptor();
    }
  }

  private static Map<String, Integer> counted(List<ReceivedPost> posts) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    for (ReceivedPost post : posts) {
      for (JsonNode event : new JsonMapper().readTree(post.text()).path("events")) {
        String what = event.path("action").asText() + " " + kindOf(event.path("target"));
        counts.merge(what, 1, Integer::sum);
      }
    }
    return counts;
  }

  private static String kindOf(JsonNode target) {
    if (target.has("mediaType")) {
      return target.path("mediaType").asText().equals(Descriptor.OCTET_STREAM)
          ? "blob"
          : "manifest";
    }
    if (target.has("digest")) {
      return "digest";
    }
    return target.has("tag") ? "tag" : "repository";
  }

  private static String configFor(WebhookReceiver receiver) {
    return """
        notifications:
          enabled: true
          endpoints: [{name: seed, url: "%s", timeout: 60s}]
        """
        .formatted(receiver.uri());
  }
}
