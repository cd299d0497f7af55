package dev.registrynotifications.decorate;

import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.registry.RepositoryName;
import dev.registrynotifications.registry.RepositoryRemover;
import java.io.IOException;

/** Tells of repositories deleted. */
record NotifyingRepositoryRemover(RepositoryRemover delegate, RepositoryListener listener)
    implements RepositoryRemover {

  @Override
  public boolean remove(RepositoryName name) throws IOException {
    boolean removed = delegate.remove(name);
    if (removed) {
      listener.repositoryDeleted(name);
    }
    return removed;
  }
}
