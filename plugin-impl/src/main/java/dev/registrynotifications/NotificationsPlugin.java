package dev.registrynotifications;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.registrynotifications.plugin.PluginContext;
import dev.registrynotifications.plugin.RegistryPlugin;
import dev.registrynotifications.plugin.RepositoryDecorator;
import dev.registrynotifications.reload.source.ConfigSource;
import dev.registrynotifications.reload.source.LoadedConfig;
import org.jspecify.annotations.Nullable;

/** What a server finds in the jar: reads the configuration and wires the plugin with Guice. */
public final class NotificationsPlugin implements RegistryPlugin {

  private @Nullable NotificationsService service;

  /** For the {@link java.util.ServiceLoader}. */
  public NotificationsPlugin() {}

  @Override
  public String name() {
    return "registry-notifications";
  }

  @Override
  public RepositoryDecorator start(PluginContext context) {
    LoadedConfig loaded = LoadedConfig.from(ConfigSource.ofProcess(context.configurationFile()));
    if (!loaded.config().enabled()) {
      return RepositoryDecorator.NONE;
    }
    Injector injector =
        Guice.createInjector(new NotificationsModule(loaded, context.serverAddress()));
    service = injector.getInstance(NotificationsService.class);
    try {
      service.start();
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
    return injector.getInstance(RepositoryDecorator.class);
  }

  @Override
  public void close() {
    if (service != null) {
      service.close();
      service = null;
    }
  }
}
