package dev.registrynotifications.host.storage.memory;

import dev.registrynotifications.registry.BlobReader;
import dev.registrynotifications.registry.BlobStore;
import dev.registrynotifications.registry.BlobWriter;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

final class MemoryBlobStore implements BlobStore {

  private final Contents contents;
  private final MemoryUploads uploads;
  private final RepositoryName name;

  MemoryBlobStore(Contents contents, MemoryUploads uploads, RepositoryName name) {
    this.contents = contents;
    this.uploads = uploads;
    this.name = name;
  }

  @Override
  public Optional<Descriptor> stat(Digest digest) {
    return bytes(name, digest).map(bytes -> Descriptor.blob(digest, bytes.length));
  }

  @Override
  public Optional<BlobReader> open(Digest digest) {
    return bytes(name, digest)
        .map(bytes -> new MemoryBlobReader(Descriptor.blob(digest, bytes.length), bytes));
  }

  @Override
  public BlobWriter create() throws IOException {
    return new MemoryBlobWriter(uploads, uploads.create(name), contents);
  }

  @Override
  public Optional<BlobWriter> resume(String id) throws IOException {
    return uploads.acquire(id, name).map(upload -> new MemoryBlobWriter(uploads, upload, contents));
  }

  @Override
  public Optional<Descriptor> mount(RepositoryName from, Digest digest) {
    Optional<byte[]> found = bytes(from, digest);
    found.ifPresent(bytes -> contents.create(name).blobs().put(digest, bytes));
    return found.map(bytes -> Descriptor.blob(digest, bytes.length));
  }

  @Override
  public boolean delete(Digest digest) {
    return contents.find(name).map(content -> content.blobs().remove(digest) != null).orElse(false);
  }

  private Optional<byte[]> bytes(RepositoryName repository, Digest digest) {
    return contents.find(repository).map(content -> content.blobs().get(digest));
  }

  private static final class MemoryBlobReader implements BlobReader {

    private final Descriptor descriptor;
    private final byte[] bytes;

    MemoryBlobReader(Descriptor descriptor, byte[] bytes) {
      this.descriptor = descriptor;
      this.bytes = bytes;
    }

    @Override
    public Descriptor descriptor() {
      return descriptor;
    }

    @Override
    public InputStream stream(long offset) {
      int start = Math.toIntExact(offset);
      return new ByteArrayInputStream(bytes, start, bytes.length - start);
    }

    @Override
    public void close() {}
  }
}
