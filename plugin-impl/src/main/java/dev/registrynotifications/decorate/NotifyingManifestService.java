package dev.registrynotifications.decorate;

import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.Manifest;
import dev.registrynotifications.registry.ManifestService;
import dev.registrynotifications.registry.RepositoryName;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells of manifests pushed, pulled and deleted. */
record NotifyingManifestService(
    ManifestService delegate, RepositoryName repository, RepositoryListener listener)
    implements ManifestService {

  @Override
  public Optional<Descriptor> stat(Digest digest) throws IOException {
    return delegate.stat(digest);
  }

  @Override
  public Optional<Manifest> get(Digest digest) throws IOException {
    Optional<Manifest> manifest = delegate.get(digest);
    manifest.ifPresent(found -> pulled(found, null));
    return manifest;
  }

  @Override
  public Optional<Manifest> get(String tag) throws IOException {
    Optional<Manifest> manifest = delegate.get(tag);
    manifest.ifPresent(found -> pulled(found, tag));
    return manifest;
  }

  private void pulled(Manifest manifest, @Nullable String tag) {
    listener.manifestPulled(repository, manifest.descriptor(), manifest.references(), tag);
  }

  @Override
  public void put(Manifest manifest, List<String> tags) throws IOException {
    delegate.put(manifest, tags);
    listener.manifestPushed(repository, manifest.descriptor(), manifest.references(), tags);
  }

  @Override
  public boolean delete(Digest digest) throws IOException {
    boolean deleted = delegate.delete(digest);
    if (deleted) {
      listener.manifestDeleted(repository, digest);
    }
    return deleted;
  }
}
