package dev.registrynotifications.host;

import dev.registrynotifications.plugin.PluginLoader;
import dev.registrynotifications.plugin.RepositoryDecorator;
import java.nio.file.Path;
import java.util.Optional;

/** The plugins of the directory that the options name, if they name one. */
final class HostPlugins implements AutoCloseable {

  private final Optional<PluginLoader> loader;
  private final Optional<Path> configurationFile;
  private final PluginProblems problems;

  private HostPlugins(
      Optional<PluginLoader> loader, Optional<Path> configurationFile, PluginProblems problems) {
    this.loader = loader;
    this.configurationFile = configurationFile;
    this.problems = problems;
  }

  /** Loads the plugins; problems with single ones are written, not thrown. */
  static HostPlugins open(HostOptions options, PluginProblems problems) {
    return new HostPlugins(
        options.loadPlugins(PluginLoader::open), options.configurationFile(), problems);
  }

  /** Starts them, and tells them where the host listens. */
  RepositoryDecorator start(int port) {
    HostContext context = HostContext.of(configurationFile, port);
    RepositoryDecorator decorator =
        loader.map(plugins -> plugins.start(context)).orElse(RepositoryDecorator.NONE);
    tellProblems();
    return decorator;
  }

  @Override
  public void close() {
    loader.ifPresent(PluginLoader::close);
    tellProblems();
  }

  private void tellProblems() {
    loader.ifPresent(plugins -> problems.tell(plugins.problems()));
  }
}
