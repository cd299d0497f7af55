package dev.registrynotifications.decorate;

import dev.registrynotifications.bridge.EventBridge;
import dev.registrynotifications.plugin.RepositoryDecorator;
import dev.registrynotifications.plugin.RequestContext;
import dev.registrynotifications.registry.Repository;
import dev.registrynotifications.registry.RepositoryRemover;
import jakarta.inject.Inject;

/**
 * Decorates what the host serves a request with. The listener is called only after the host's call
 * has succeeded, and it never throws.
 */
public final class NotifyingRepositories implements RepositoryDecorator {

  private final EventBridge bridge;

  @Inject
  NotifyingRepositories(EventBridge bridge) {
    this.bridge = bridge;
  }

  @Override
  public Repository decorate(Repository repository, RequestContext context) {
    return new NotifyingRepository(repository, bridge.listenerFor(context));
  }

  @Override
  public RepositoryRemover decorate(RepositoryRemover remover, RequestContext context) {
    return new NotifyingRepositoryRemover(remover, bridge.listenerFor(context));
  }
}
