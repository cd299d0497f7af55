package dev.registrynotifications;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.config.reader.ConfigReader;
import dev.registrynotifications.plugin.PluginContext;
import dev.registrynotifications.plugin.RegistryPlugin;
import dev.registrynotifications.plugin.RepositoryDecorator;
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
    ConfigReader reader = ConfigReader.ofProcess();
    NotificationsConfig config =
        context.configurationFile().map(reader::read).orElseGet(reader::read);
    if (!config.enabled()) {
      return RepositoryDecorator.NONE;
    }
    Injector injector =
        Guice.createInjector(new NotificationsModule(config, context.serverAddress()));
    service = injector.getInstance(NotificationsService.class);
    try {
      service.start();
    } catch (RuntimeException e) {
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
