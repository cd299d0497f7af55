package dev.registrynotifications.plugin;

import dev.registrynotifications.registry.Repository;
import dev.registrynotifications.registry.RepositoryRemover;

/**
 * What a plugin gives to the server: the server passes each repository through it before it serves
 * a request with it.
 *
 * <p>Safe for use by several threads. Neither the decorator nor what it returns ever fails, delays
 * or changes a call of the server; exceptions of the decorated object pass through untouched.
 */
public interface RepositoryDecorator {

  /** Leaves everything as it is: what a plugin gives that is switched off. */
  RepositoryDecorator NONE =
      new RepositoryDecorator() {
        @Override
        public Repository decorate(Repository repository, RequestContext context) {
          return repository;
        }

        @Override
        public RepositoryRemover decorate(RepositoryRemover remover, RequestContext context) {
          return remover;
        }
      };

  /** Returns the repository to use for one request. Cheap: it does no I/O. */
  Repository decorate(Repository repository, RequestContext context);

  /** Returns the remover to use for one request. Cheap: it does no I/O. */
  RepositoryRemover decorate(RepositoryRemover remover, RequestContext context);
}
