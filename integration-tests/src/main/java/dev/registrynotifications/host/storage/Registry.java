package dev.registrynotifications.host.storage;

import dev.registrynotifications.registry.Repository;
import dev.registrynotifications.registry.RepositoryName;
import dev.registrynotifications.registry.RepositoryRemover;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A storage of repositories, undecorated. Safe for use by several threads.
 *
 * <p>A repository is there from its first blob or manifest on, until it is removed. An upload
 * belongs to the repository it was started in, but doesn't bring it into being.
 */
public interface Registry extends Closeable {

  /** The repository of that name, to read and write, whether or not it is there already. */
  Repository repository(RepositoryName name);

  /** Says whether the repository is there. */
  boolean contains(RepositoryName name) throws IOException;

  /** The names of all repositories that are there, in lexical order. */
  List<RepositoryName> names() throws IOException;

  /** Removes repositories of this registry. */
  RepositoryRemover remover();
}
