package dev.registrynotifications.plugin;

import dev.registrynotifications.registry.Repository;
import dev.registrynotifications.registry.RepositoryRemover;
import java.util.List;

/** Passes what it gets through all decorators, the first one innermost. */
record DecoratorChain(List<RepositoryDecorator> decorators) implements RepositoryDecorator {

  DecoratorChain {
    decorators = List.copyOf(decorators);
  }

  @Override
  public Repository decorate(Repository repository, RequestContext context) {
    Repository decorated = repository;
    for (RepositoryDecorator decorator : decorators) {
      decorated = decorator.decorate(decorated, context);
    }
    return decorated;
  }

  @Override
  public RepositoryRemover decorate(RepositoryRemover remover, RequestContext context) {
    RepositoryRemover decorated = remover;
    for (RepositoryDecorator decorator : decorators) {
      decorated = decorator.decorate(decorated, context);
    }
    return decorated;
  }
}
