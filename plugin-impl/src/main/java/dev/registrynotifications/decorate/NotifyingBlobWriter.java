package dev.registrynotifications.decorate;

import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.registry.BlobWriter;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.io.IOException;
import java.io.InputStream;

/** Tells of the blob that an upload became. */
record NotifyingBlobWriter(
    BlobWriter delegate, RepositoryName repository, RepositoryListener listener)
    implements BlobWriter {

  @Override
  public String id() {
    return delegate.id();
  }

  @Override
  public long size() {
    return delegate.size();
  }

  @Override
  public void write(InputStream content) throws IOException {
    delegate.write(content);
  }

  @Override
  public Descriptor commit(Digest digest) throws IOException {
    Descriptor blob = delegate.commit(digest);
    listener.blobPushed(repository, blob);
    return blob;
  }

  @Override
  public void cancel() throws IOException {
    delegate.cancel();
  }

  @Override
  public void close() throws IOException {
    delegate.close();
  }
}
