package dev.registrynotifications.bridge;

import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every failure of ours from the registry's request: it is logged, and the request goes on.
 */
final class NeverThrowingListener implements RepositoryListener {

  private static final Logger LOGGER = System.getLogger(NeverThrowingListener.class.getName());

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
    shielded(() -> delegate.manifestPushed(repository, manifest, references, tags));
  }

  @Override
  public void manifestPulled(
      RepositoryName repository,
      Descriptor manifest,
      List<Descriptor> references,
      @Nullable String tag) {
    shielded(() -> delegate.manifestPulled(repository, manifest, references, tag));
  }

  @Override
  public void manifestDeleted(RepositoryName repository, Digest digest) {
    shielded(() -> delegate.manifestDeleted(repository, digest));
  }

  @Override
  public void blobPushed(RepositoryName repository, Descriptor blob) {
    shielded(() -> delegate.blobPushed(repository, blob));
  }

  @Override
  public void blobPulled(RepositoryName repository, Descriptor blob) {
    shielded(() -> delegate.blobPulled(repository, blob));
  }

  @Override
  public void blobMounted(RepositoryName repository, Descriptor blob, RepositoryName from) {
    shielded(() -> delegate.blobMounted(repository, blob, from));
  }

  @Override
  public void blobDeleted(RepositoryName repository, Digest digest) {
    shielded(() -> delegate.blobDeleted(repository, digest));
  }

  @Override
  public void tagDeleted(RepositoryName repository, String tag) {
    shielded(() -> delegate.tagDeleted(repository, tag));
  }

  @Override
  public void repositoryDeleted(RepositoryName repository) {
    shielded(() -> delegate.repositoryDeleted(repository));
  }

  private static void shielded(Runnable call) {
    try {
      call.run();
    } catch (Throwable e) {
      logQuietly(e);
    }
  }

  /** Even the log may fail, of memory for example; the request goes on all the same. */
  private static void logQuietly(Throwable failure) {
    try {
      LOGGER.log(Level.ERROR, "Could not tell of what a repository did", failure);
    } catch (Throwable ignored) {
      // Nobody is left to tell.
    }
  }
}
