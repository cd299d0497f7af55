package dev.registrynotifications.decorate;

import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.registry.BlobReader;
import dev.registrynotifications.registry.BlobStore;
import dev.registrynotifications.registry.BlobWriter;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.io.IOException;
import java.util.Optional;

/** Tells of blobs pulled, mounted and deleted; its writers tell of those pushed. */
record NotifyingBlobStore(
    BlobStore delegate, RepositoryName repository, RepositoryListener listener)
    implements BlobStore {

  @Override
  public Optional<Descriptor> stat(Digest digest) throws IOException {
    return delegate.stat(digest);
  }

  @Override
  public Optional<BlobReader> open(Digest digest) throws IOException {
    Optional<BlobReader> reader = delegate.open(digest);
    reader.ifPresent(open -> listener.blobPulled(repository, open.descriptor()));
    return reader;
  }

  @Override
  public BlobWriter create() throws IOException {
    return notifying(delegate.create());
  }

  @Override
  public Optional<BlobWriter> resume(String id) throws IOException {
    return delegate.resume(id).map(this::notifying);
  }

  private BlobWriter notifying(BlobWriter writer) {
    return new NotifyingBlobWriter(writer, repository, listener);
  }

  @Override
  public Optional<Descriptor> mount(RepositoryName from, Digest digest) throws IOException {
    Optional<Descriptor> mounted = delegate.mount(from, digest);
    mounted.ifPresent(blob -> listener.blobMounted(repository, blob, from));
    return mounted;
  }

  @Override
  public boolean delete(Digest digest) throws IOException {
    boolean deleted = delegate.delete(digest);
    if (deleted) {
      listener.blobDeleted(repository, digest);
    }
    return deleted;
  }
}
