package dev.registrynotifications.host.storage.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.host.storage.Registry;
import dev.registrynotifications.host.storage.RepositoryContract;
import dev.registrynotifications.registry.BlobWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryRegistryTest extends RepositoryContract {

  @TempDir private Path directory;

  @Override
  protected Registry open() throws IOException {
    return DirectoryRegistry.open(directory.resolve("storage"));
  }

  @Test
  void servesEverythingAfterReopening() throws IOException {
    push(repository, "hello");
    repository.manifests().put(manifest("hello"), List.of("latest"));

    reopen();

    assertThat(read(repository, digest("hello"), 0)).isEqualTo("hello");
    assertThat(repository.manifests().get("latest")).contains(manifest("hello"));
    assertThat(registry.names()).containsExactly(NAME);
  }

  @Test
  void resumesUploadAfterReopening() throws IOException {
    String id;
    try (BlobWriter upload = repository.blobs().create()) {
      upload.write(stream("hel"));
      id = upload.id();
    }

    reopen();

    try (BlobWriter upload = repository.blobs().resume(id).orElseThrow()) {
      upload.write(stream("lo"));
      assertThat(upload.commit(digest("hello")).size()).isEqualTo(5);
    }
  }

  @Test
  void leavesNothingUnfinishedAfterReopening() throws IOException {
    Path temporary = directory.resolve("storage/temporary");
    Files.writeString(temporary.resolve("draft"), "hel");
    Files.createDirectories(temporary.resolve("removed/blobs/sha256"));

    reopen();

    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void isUsedByOneRegistryAtATime() {
    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another registry is using " + directory.resolve("storage"));
  }

  @Test
  void removesFilesOfRemovedRepository() throws IOException {
    push(repository, "hello");

    registry.remover().remove(NAME);

    assertThat(directory.resolve("storage/repositories")).isEmptyDirectory();
    assertThat(directory.resolve("storage/temporary")).isEmptyDirectory();
  }

  private void reopen() throws IOException {
    registry.close();
    registry = open();
    repository = registry.repository(NAME);
  }
}
