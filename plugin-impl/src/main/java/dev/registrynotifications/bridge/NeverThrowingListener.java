package dev.registrynotifications.bridge;

import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every failure of ours from the registry's request: it is logged, and the request goes on.
 */
final class NeverThrowingListener implements RepositoryListener {

  private static final Shield SHIELD =
      new Shield(
          System.getLogger(NeverThrowingListener.class.getName()),
          "Could not tell of what a repository did");

  private final RepositoryListener delegate;

  NeverThrowingListener(RepositoryListener delegate) {
    this.delegate = delegate;
  }

  @Override
  public void manifestPushed(
      RepositoryName repository,
      Descriptor manifest,
      List<Descriptor> references,
      List<String> tags) {
    SHIELD.run(() -> delegate.manifestPushed(repository, manifest, references, tags));
  }

  @Override
  public void manifestPulled(
      RepositoryName repository,
      Descriptor manifest,
      List<Descriptor> references,
      @Nullable String tag) {
    SHIELD.run(() -> delegate.manifestPulled(repository, manifest, references, tag));
  }

  @Override
  public void manifestDeleted(RepositoryName repository, Digest digest) {
    SHIELD.run(() -> delegate.manifestDeleted(repository, digest));
  }

  @Override
  public void blobPushed(RepositoryName repository, Descriptor blob) {
    SHIELD.run(() -> delegate.blobPushed(repository, blob));
  }

  @Override
  public void blobPulled(RepositoryName repository, Descriptor blob) {
    SHIELD.run(() -> delegate.blobPulled(repository, blob));
  }

  @Override
  public void blobMounted(RepositoryName repository, Descriptor blob, RepositoryName from) {
    SHIELD.run(() -> delegate.blobMounted(repository, blob, from));
  }

  @Override
  public void blobDeleted(RepositoryName repository, Digest digest) {
    SHIELD.run(() -> delegate.blobDeleted(repository, digest));
  }

  @Override
  public void tagDeleted(RepositoryName repository, String tag) {
    SHIELD.run(() -> delegate.tagDeleted(repository, tag));
  }

  @Override
  public void repositoryDeleted(RepositoryName repository) {
    SHIELD.run(() -> delegate.repositoryDeleted(repository));
  }
}
