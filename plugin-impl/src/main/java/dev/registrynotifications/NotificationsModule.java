package dev.registrynotifications;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import com.google.common.base.Ticker;
import com.google.inject.PrivateModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.registrynotifications.bridge.EventBridge;
import dev.registrynotifications.bus.NotificationBus;
import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.decorate.NotifyingRepositories;
import dev.registrynotifications.endpoint.EndpointFactory;
import dev.registrynotifications.event.SourceRecord;
import dev.registrynotifications.metrics.JmxRegistrar;
import dev.registrynotifications.plugin.RepositoryDecorator;
import dev.registrynotifications.reload.source.ConfigSource;
import dev.registrynotifications.reload.source.LoadedConfig;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Binds a {@link RepositoryDecorator} that notifies the configured webhooks, the {@link
 * EventBridge} that it tells what happened, and the {@link NotificationsService} that runs behind
 * them. For a Guice-based server without a plugin directory:
 *
 * <pre>{@code
 * Injector injector = Guice.createInjector(new NotificationsModule(config, "registry:5000"));
 * injector.getInstance(NotificationsService.class).start();
 * RepositoryDecorator decorator = injector.getInstance(RepositoryDecorator.class);
 * }</pre>
 */
public final class NotificationsModule extends PrivateModule {

  private final LoadedConfig loaded;
  private final String serverAddress;

  /**
   * Makes a module for a configuration that stays as it is.
   *
   * @param config which webhooks are notified, and how
   * @param serverAddress where this node of the registry can be reached, as {@code host:port}
   */
  public NotificationsModule(NotificationsConfig config, String serverAddress) {
    this(new LoadedConfig(config, ConfigSource.of(config), Set.of()), serverAddress);
  }

  /**
   * Makes a module.
   *
   * @param loaded which webhooks are notified, and how, and where that may change
   * @param serverAddress where this node of the registry can be reached, as {@code host:port}
   */
  public NotificationsModule(LoadedConfig loaded, String serverAddress) {
    this.loaded = loaded;
    this.serverAddress = serverAddress;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    binder().requireAtInjectOnConstructors();
    binder().requireExactBindingAnnotations();
    bind(LoadedConfig.class).toInstance(loaded);
    bind(NotificationBus.class).in(Singleton.class);
    bind(RepositoryDecorator.class).to(NotifyingRepositories.class);
    bind(NotifyingRepositories.class).in(Singleton.class);
    bind(NotificationsService.class).in(Singleton.class);
    expose(RepositoryDecorator.class);
    expose(NotificationsService.class);
    expose(EventBridge.class);
  }

  @Provides
  @Singleton
  SourceRecord source() {
    return new SourceRecord(serverAddress, UUID.randomUUID().toString());
  }

  @Provides
  @Singleton
  EventBridge bridge(NotificationBus bus, SourceRecord source) {
    TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    boolean references = loaded.config().includeReferences();
    return new EventBridge(bus, source, ids::generate, InstantSource.system(), references);
  }

  @Provides
  @Singleton
  JournalOpener journal() {
    return new JournalOpener(loaded.config().journal());
  }

  @Provides
  @Singleton
  EndpointFactory endpointFactory(EventBridge bridge) {
    return new EndpointFactory(
        NotificationsService.userAgent(),
        InstantSource.system(),
        Ticker.systemTicker(),
        () -> ThreadLocalRandom.current().nextDouble(),
        bridge::ping);
  }

  @Provides
  @Singleton
  JmxRegistrar registrar(SourceRecord source) {
    return new JmxRegistrar(
        ManagementFactory.getPlatformMBeanServer(), source.instanceId(), InstantSource.system());
  }
}
