package dev.registrynotifications.registry;

import java.io.IOException;

/** Removes whole repositories. */
public interface RepositoryRemover {

  /**
   * Removes a repository with its manifests and tags and its hold on blobs.
   *
   * @return whether it was there
   */
  boolean remove(RepositoryName name) throws IOException;
}
