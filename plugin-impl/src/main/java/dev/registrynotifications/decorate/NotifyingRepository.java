package dev.registrynotifications.decorate;

import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.registry.BlobStore;
import dev.registrynotifications.registry.ManifestService;
import dev.registrynotifications.registry.Repository;
import dev.registrynotifications.registry.RepositoryName;
import dev.registrynotifications.registry.TagService;

/** Hands out services that tell the listener. */
record NotifyingRepository(Repository delegate, RepositoryListener listener) implements Repository {

  @Override
  public RepositoryName name() {
    return delegate.name();
  }

  @Override
  public ManifestService manifests() {
    return new NotifyingManifestService(delegate.manifests(), name(), listener);
  }

  @Override
  public BlobStore blobs() {
    return new NotifyingBlobStore(delegate.blobs(), name(), listener);
  }

  @Override
  public TagService tags() {
    return new NotifyingTagService(delegate.tags(), name(), listener);
  }
}
