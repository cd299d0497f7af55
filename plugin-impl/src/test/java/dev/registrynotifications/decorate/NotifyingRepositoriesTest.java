package dev.registrynotifications.decorate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import dev.registrynotifications.Events;
import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.registry.BlobReader;
import dev.registrynotifications.registry.BlobStore;
import dev.registrynotifications.registry.BlobWriter;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.Manifest;
import dev.registrynotifications.registry.ManifestService;
import dev.registrynotifications.registry.Repository;
import dev.registrynotifications.registry.RepositoryName;
import dev.registrynotifications.registry.RepositoryRemover;
import dev.registrynotifications.registry.TagService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class NotifyingRepositoriesTest {

  private static final RepositoryName NAME = new RepositoryName("team/app");
  private static final Digest DIGEST = Events.digest("content");
  private static final Descriptor BLOB = Descriptor.blob(DIGEST, 7);
  private static final Manifest MANIFEST =
      Manifest.of("application/x", List.of(BLOB), ByteBuffer.wrap("manifest".getBytes(UTF_8)));

  private final ManifestService manifests = mock(ManifestService.class);
  private final BlobStore blobs = mock(BlobStore.class);
  private final TagService tags = mock(TagService.class);
  private final Repository host = mock(Repository.class);
  private final RepositoryListener listener = mock(RepositoryListener.class);
  private final Repository repository = new NotifyingRepository(host, listener);

  @BeforeEach
  void makeHost() {
    when(host.name()).thenReturn(NAME);
    when(host.manifests()).thenReturn(manifests);
    when(host.blobs()).thenReturn(blobs);
    when(host.tags()).thenReturn(tags);
  }

  @Test
  void tellsOfAPushOnlyAfterTheManifestAndItsTagsAreStored() throws IOException {
    repository.manifests().put(MANIFEST, List.of("v1", "latest"));

    InOrder order = inOrder(manifests, listener);
    order.verify(manifests).put(MANIFEST, List.of("v1", "latest"));
    order
        .verify(listener)
        .manifestPushed(NAME, MANIFEST.descriptor(), List.of(BLOB), List.of("v1", "latest"));
  }

  @Test
  void tellsNothingOfAPushThatFailed() throws IOException {
    IOException failure = new IOException("disk full");
    doThrow(failure).when(manifests).put(MANIFEST, List.of());

    assertThatThrownBy(() -> repository.manifests().put(MANIFEST, List.of())).isSameAs(failure);

    verifyNoInteractions(listener);
  }

  @Test
  void tellsOfPullsByTagAndByDigest() throws IOException {
    when(manifests.get("v1")).thenReturn(Optional.of(MANIFEST));
    when(manifests.get(DIGEST)).thenReturn(Optional.of(MANIFEST));

    assertThat(repository.manifests().get("v1")).containsSame(MANIFEST);
    assertThat(repository.manifests().get(DIGEST)).containsSame(MANIFEST);

    verify(listener).manifestPulled(NAME, MANIFEST.descriptor(), List.of(BLOB), "v1");
    verify(listener).manifestPulled(NAME, MANIFEST.descriptor(), List.of(BLOB), null);
  }

  @Test
  void tellsOfABlobWhenItsUploadIsCommitted() throws IOException {
    BlobWriter writer = mock(BlobWriter.class);
    InputStream content = new ByteArrayInputStream(new byte[0]);
    when(writer.id()).thenReturn("upload-1");
    when(writer.size()).thenReturn(7L);
    when(writer.commit(DIGEST)).thenReturn(BLOB);
    when(blobs.create()).thenReturn(writer);
    when(blobs.resume("upload-1")).thenReturn(Optional.of(writer));

    BlobWriter first = repository.blobs().create();
    first.write(content);
    first.close();
    verifyNoInteractions(listener);
    BlobWriter second = repository.blobs().resume("upload-1").orElseThrow();

    assertThat(second.id()).isEqualTo("upload-1");
    assertThat(second.size()).isEqualTo(7);
    assertThat(second.commit(DIGEST)).isSameAs(BLOB);
    InOrder order = inOrder(writer, listener);
    order.verify(writer).write(content);
    order.verify(writer).close();
    order.verify(writer).commit(DIGEST);
    order.verify(listener).blobPushed(NAME, BLOB);
  }

  @Test
  void tellsNothingOfAnUploadThatWasCancelled() throws IOException {
    BlobWriter writer = mock(BlobWriter.class);
    when(blobs.create()).thenReturn(writer);

    repository.blobs().create().cancel();

    verify(writer).cancel();
    verifyNoInteractions(listener);
  }

  @Test
  void tellsOfBlobsPulledMountedAndDeleted() throws IOException {
    RepositoryName from = new RepositoryName("other/app");
    BlobReader reader = mock(BlobReader.class);
    when(reader.descriptor()).thenReturn(BLOB);
    when(blobs.open(DIGEST)).thenReturn(Optional.of(reader));
    when(blobs.mount(from, DIGEST)).thenReturn(Optional.of(BLOB));
    when(blobs.delete(DIGEST)).thenReturn(true);

    assertThat(repository.blobs().open(DIGEST)).containsSame(reader);
    assertThat(repository.blobs().mount(from, DIGEST)).containsSame(BLOB);
    assertThat(repository.blobs().delete(DIGEST)).isTrue();

    verify(listener).blobPulled(NAME, BLOB);
    verify(listener).blobMounted(NAME, BLOB, from);
    verify(listener).blobDeleted(NAME, DIGEST);
  }

  @Test
  void tellsOfManifestsTagsAndRepositoriesDeleted() throws IOException {
    RepositoryRemover remover = mock(RepositoryRemover.class);
    when(manifests.delete(DIGEST)).thenReturn(true);
    when(tags.untag("v1")).thenReturn(true);
    when(remover.remove(NAME)).thenReturn(true);

    assertThat(repository.manifests().delete(DIGEST)).isTrue();
    assertThat(repository.tags().untag("v1")).isTrue();
    assertThat(new NotifyingRepositoryRemover(remover, listener).remove(NAME)).isTrue();

    verify(listener).manifestDeleted(NAME, DIGEST);
    verify(listener).tagDeleted(NAME, "v1");
    verify(listener).repositoryDeleted(NAME);
  }

  @Test
  void tellsNothingOfWhatIsNotThere() throws IOException {
    RepositoryName from = new RepositoryName("other/app");
    RepositoryRemover remover = mock(RepositoryRemover.class);

    assertThat(repository.manifests().get(DIGEST)).isEmpty();
    assertThat(repository.manifests().get("v1")).isEmpty();
    assertThat(repository.manifests().delete(DIGEST)).isFalse();
    assertThat(repository.blobs().open(DIGEST)).isEmpty();
    assertThat(repository.blobs().mount(from, DIGEST)).isEmpty();
    assertThat(repository.blobs().delete(DIGEST)).isFalse();
    assertThat(repository.blobs().resume("gone")).isEmpty();
    assertThat(repository.tags().untag("v1")).isFalse();
    assertThat(new NotifyingRepositoryRemover(remover, listener).remove(NAME)).isFalse();

    verifyNoInteractions(listener);
  }

  @Test
  void tellsNothingOfExistenceChecksAndTags() throws IOException {
    when(manifests.stat(DIGEST)).thenReturn(Optional.of(MANIFEST.descriptor()));
    when(blobs.stat(DIGEST)).thenReturn(Optional.of(BLOB));
    when(tags.get("v1")).thenReturn(Optional.of(DIGEST));
    when(tags.all()).thenReturn(List.of("v1"));
    when(tags.lookup(DIGEST)).thenReturn(List.of("v1"));

    assertThat(repository.manifests().stat(DIGEST)).contains(MANIFEST.descriptor());
    assertThat(repository.blobs().stat(DIGEST)).contains(BLOB);
    assertThat(repository.tags().get("v1")).contains(DIGEST);
    assertThat(repository.tags().all()).containsExactly("v1");
    assertThat(repository.tags().lookup(DIGEST)).containsExactly("v1");
    repository.tags().tag("v2", DIGEST);

    verify(tags).tag("v2", DIGEST);
    verifyNoMoreInteractions(listener);
  }
}
