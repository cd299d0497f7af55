package dev.registrynotifications.plugin;

/**
 * A plugin of a registry server. Implementations are found by {@link java.util.ServiceLoader} in
 * the jars of the server's plugin directory.
 *
 * <p>The server calls {@link #start} once, then {@link #close} once.
 */
public interface RegistryPlugin extends AutoCloseable {

  /** Names the plugin: a server runs one of each name, and tells of it by that name. */
  String name();

  /**
   * Starts the plugin. A plugin that its configuration doesn't switch on starts nothing and returns
   * {@link RepositoryDecorator#NONE}.
   *
   * @throws PluginException if the plugin can't work; the message tells an operator why and what to
   *     do. Nothing of it keeps running, and {@link #close} needn't be called.
   */
  RepositoryDecorator start(PluginContext context);

  /** Stops the plugin within seconds. Never throws. */
  @Override
  void close();
}
