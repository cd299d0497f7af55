package dev.registrynotifications.host.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.registry.BlobReader;
import dev.registrynotifications.registry.BlobWriter;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.DigestMismatchException;
import dev.registrynotifications.registry.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.junit.jupiter.api.Test;

/** What the blobs of every storage keep to. */
public abstract class BlobStoreContract extends RegistryFixture {

  @Test
  void servesCommittedBlob() throws IOException {
    Descriptor pushed = push(repository, "hello");

    assertThat(pushed).isEqualTo(Descriptor.blob(digest("hello"), 5));
    assertThat(repository.blobs().stat(digest("hello"))).contains(pushed);
    assertThat(read(repository, digest("hello"), 0)).isEqualTo("hello");
  }

  @Test
  void readsBlobFromOffset() throws IOException {
    push(repository, "hello");

    assertThat(read(repository, digest("hello"), 3)).isEqualTo("lo");
    assertThat(read(repository, digest("hello"), 5)).isEmpty();
  }

  @Test
  void readsBlobToItsEndThoughItIsDeletedMeanwhile() throws IOException {
    push(repository, "hello");

    try (BlobReader reader = repository.blobs().open(digest("hello")).orElseThrow()) {
      repository.blobs().delete(digest("hello"));

      assertThat(reader.stream(0)).hasContent("hello");
    }
  }

  @Test
  void hasNoBlobThatWasNotPushed() throws IOException {
    assertThat(repository.blobs().stat(ABSENT)).isEmpty();
    assertThat(repository.blobs().open(ABSENT)).isEmpty();
    assertThat(repository.blobs().delete(ABSENT)).isFalse();
  }

  @Test
  void keepsBlobsOfRepositoriesApart() throws IOException {
    push(repository, "hello");

    assertThat(registry.repository(OTHER).blobs().stat(digest("hello"))).isEmpty();
  }

  @Test
  void takesEmptyBlob() throws IOException {
    push(repository, "");

    assertThat(read(repository, digest(""), 0)).isEmpty();
  }

  @Test
  void takesBlobBySha512() throws IOException {
    Digest sha512 = BlobHash.SHA512.hash(stream("hello"));
    try (BlobWriter upload = repository.blobs().create()) {
      upload.write(stream("hello"));
      upload.commit(sha512);
    }

    assertThat(read(repository, sha512, 0)).isEqualTo("hello");
  }

  @Test
  void takesSameBlobAgain() throws IOException {
    push(repository, "hello");

    assertThat(push(repository, "hello").digest()).isEqualTo(digest("hello"));
  }

  @Test
  void forgetsDeletedBlob() throws IOException {
    push(repository, "hello");

    assertThat(repository.blobs().delete(digest("hello"))).isTrue();
    assertThat(repository.blobs().stat(digest("hello"))).isEmpty();
  }

  @Test
  void resumesUploadWhereItWasLeft() throws IOException {
    String id = leaveUpload("hel");

    try (BlobWriter resumed = repository.blobs().resume(id).orElseThrow()) {
      assertThat(resumed.id()).isEqualTo(id);
      assertThat(resumed.size()).isEqualTo(3);
      resumed.write(stream("lo"));
      resumed.commit(digest("hello"));
    }

    assertThat(read(repository, digest("hello"), 0)).isEqualTo("hello");
  }

  @Test
  void countsWhatWasReadBeforeReadingFailed() throws IOException {
    try (BlobWriter upload = repository.blobs().create()) {
      InputStream cut = new SequenceInputStream(stream("hel"), new CutStream());

      assertThatThrownBy(() -> upload.write(cut)).hasMessage("cut");
      assertThat(upload.size()).isEqualTo(3);
    }
  }

  @Test
  void hasNoBlobBeforeCommit() throws IOException {
    leaveUpload("hello");

    assertThat(repository.blobs().stat(digest("hello"))).isEmpty();
    assertThat(registry.names()).isEmpty();
  }

  @Test
  void endsUploadWhoseDigestIsWrong() throws IOException {
    String id = leaveUpload("hello");

    try (BlobWriter upload = repository.blobs().resume(id).orElseThrow()) {
      assertThatThrownBy(() -> upload.commit(ABSENT)).isInstanceOf(DigestMismatchException.class);
    }

    assertThat(repository.blobs().resume(id)).isEmpty();
    assertThat(repository.blobs().stat(ABSENT)).isEmpty();
    assertThat(repository.blobs().stat(digest("hello"))).isEmpty();
  }

  @Test
  void endsUploadOnCommit() throws IOException {
    String id = leaveUpload("hello");
    try (BlobWriter upload = repository.blobs().resume(id).orElseThrow()) {
      upload.commit(digest("hello"));
    }

    assertThat(repository.blobs().resume(id)).isEmpty();
  }

  @Test
  void endsUploadOnCancel() throws IOException {
    String id = leaveUpload("hello");
    try (BlobWriter upload = repository.blobs().resume(id).orElseThrow()) {
      upload.cancel();
    }

    assertThat(repository.blobs().resume(id)).isEmpty();
  }

  @Test
  void resumesNoUploadThatIsNotThere() throws IOException {
    String id = leaveUpload("hello");

    assertThat(registry.repository(OTHER).blobs().resume(id)).isEmpty();
    assertThat(repository.blobs().resume("00000000-0000-0000-0000-000000000000")).isEmpty();
    assertThat(repository.blobs().resume("../" + id)).isEmpty();
  }

  @Test
  void givesUploadToOneRequestAtATime() throws IOException {
    try (BlobWriter upload = repository.blobs().create()) {
      assertThatThrownBy(() -> repository.blobs().resume(upload.id()))
          .isInstanceOf(UploadBusyException.class)
          .hasMessageContaining(upload.id());
    }
  }

  @Test
  void mountsBlobOfOtherRepository() throws IOException {
    push(repository, "hello");
    Repository other = registry.repository(OTHER);

    assertThat(other.blobs().mount(NAME, digest("hello")))
        .contains(Descriptor.blob(digest("hello"), 5));
    assertThat(other.blobs().mount(NAME, digest("hello"))).isPresent();

    repository.blobs().delete(digest("hello"));
    assertThat(read(other, digest("hello"), 0)).isEqualTo("hello");
  }

  @Test
  void mountsNothingThatIsNotThere() throws IOException {
    assertThat(repository.blobs().mount(OTHER, ABSENT)).isEmpty();
    assertThat(registry.contains(NAME)).isFalse();
  }

  private String leaveUpload(String text) throws IOException {
    try (BlobWriter upload = repository.blobs().create()) {
      upload.write(stream(text));
      return upload.id();
    }
  }

  private static final class CutStream extends InputStream {

    @Override
    public int read() throws IOException {
      throw new IOException("cut");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      throw new IOException("cut");
    }
  }
}
