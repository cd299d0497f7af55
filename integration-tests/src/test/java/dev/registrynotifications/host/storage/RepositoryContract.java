package dev.registrynotifications.host.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.registry.BlobWriter;
import dev.registrynotifications.registry.Manifest;
import dev.registrynotifications.registry.Repository;
import dev.registrynotifications.registry.RepositoryName;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every storage keeps to. */
public abstract class RepositoryContract extends BlobStoreContract {

  @Test
  void servesManifestByDigestAndByTags() throws IOException {
    Manifest manifest = manifest("a");

    repository.manifests().put(manifest, List.of("1", "latest"));

    assertThat(repository.manifests().get(manifest.digest())).contains(manifest);
    assertThat(repository.manifests().get("1")).contains(manifest);
    assertThat(repository.manifests().get("latest")).contains(manifest);
    assertThat(repository.manifests().stat(manifest.digest())).contains(manifest.descriptor());
  }

  @Test
  void movesTagToManifestPushedLast() throws IOException {
    repository.manifests().put(manifest("a"), List.of("latest"));
    repository.manifests().put(manifest("b"), List.of("latest"));

    assertThat(repository.manifests().get("latest")).contains(manifest("b"));
    assertThat(repository.manifests().get(manifest("a").digest())).isPresent();
    assertThat(repository.tags().all()).containsExactly("latest");
  }

  @Test
  void keepsTagsOfDeletedManifestForTheCaller() throws IOException {
    repository.manifests().put(manifest("a"), List.of("latest"));

    assertThat(repository.manifests().delete(manifest("a").digest())).isTrue();
    assertThat(repository.manifests().delete(manifest("a").digest())).isFalse();
    assertThat(repository.manifests().get("latest")).isEmpty();
    assertThat(repository.tags().lookup(manifest("a").digest())).containsExactly("latest");
  }

  @Test
  void looksUpTagsInLexicalOrder() throws IOException {
    repository.manifests().put(manifest("a"), List.of("v2", "v10", "V1"));
    repository.manifests().put(manifest("b"), List.of("b"));

    assertThat(repository.tags().all()).containsExactly("V1", "b", "v10", "v2");
    assertThat(repository.tags().lookup(manifest("a").digest())).containsExactly("V1", "v10", "v2");
    assertThat(repository.tags().lookup(ABSENT)).isEmpty();
  }

  @Test
  void tagsAndUntags() throws IOException {
    repository.manifests().put(manifest("a"), List.of());
    repository.tags().tag("new", manifest("a").digest());

    assertThat(repository.tags().get("new")).contains(manifest("a").digest());
    assertThat(repository.tags().untag("new")).isTrue();
    assertThat(repository.tags().untag("new")).isFalse();
    assertThat(repository.tags().get("new")).isEmpty();
    assertThat(repository.manifests().get(manifest("a").digest())).isPresent();
  }

  @Test
  void namesRepositoriesInLexicalOrder() throws IOException {
    push(registry.repository(new RepositoryName("team-a/app")), "hello");
    push(repository, "hello");
    registry.repository(OTHER).manifests().put(manifest("a"), List.of());

    assertThat(registry.names())
        .extracting(RepositoryName::value)
        .containsExactly("team", "team-a/app", "team/app");
    assertThat(registry.contains(NAME)).isTrue();
    assertThat(registry.contains(new RepositoryName("team-a"))).isFalse();
  }

  @Test
  void removesRepositoryAlone() throws IOException {
    push(registry.repository(OTHER), "hello");
    push(repository, "hello");
    repository.manifests().put(manifest("a"), List.of("latest"));

    assertThat(registry.remover().remove(NAME)).isTrue();
    assertThat(registry.remover().remove(NAME)).isFalse();
    assertThat(registry.names()).containsExactly(OTHER);
    assertThat(repository.tags().all()).isEmpty();
    assertThat(repository.manifests().get(manifest("a").digest())).isEmpty();
    assertThat(repository.blobs().stat(digest("hello"))).isEmpty();
    assertThat(read(registry.repository(OTHER), digest("hello"), 0)).isEqualTo("hello");
  }

  @Test
  void takesRepositoryOfTheLongestName() throws IOException {
    Repository longest = registry.repository(new RepositoryName("a/".repeat(127) + "a"));

    String id;
    try (BlobWriter upload = longest.blobs().create()) {
      id = upload.id();
    }
    push(longest, "hello");

    assertThat(longest.blobs().resume(id)).isPresent();
    assertThat(registry.names()).containsExactly(longest.name());
  }
}
