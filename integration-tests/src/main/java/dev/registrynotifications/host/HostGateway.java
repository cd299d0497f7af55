package dev.registrynotifications.host;

import dev.registrynotifications.host.gateway.Gateway;
import dev.registrynotifications.host.gateway.GatewayPlugins;
import dev.registrynotifications.host.gateway.Upstream;
import java.nio.file.Path;
import java.util.Optional;

/** The gateway that the options ask for, with the plugins of the directory that they name. */
final class HostGateway implements AutoCloseable {

  private final Gateway gateway;
  private final GatewayPlugins plugins;
  private final Optional<Path> configuration;
  private final PluginProblems problems;

  private HostGateway(
      Gateway gateway,
      GatewayPlugins plugins,
      Optional<Path> configuration,
      PluginProblems problems) {
    this.gateway = gateway;
    this.plugins = plugins;
    this.configuration = configuration;
    this.problems = problems;
  }

  /** Loads the plugins and binds the port; problems with single plugins are written, not thrown. */
  static HostGateway open(HostOptions options, PluginProblems problems) {
    Optional<Path> configuration = options.configurationFile();
    GatewayPlugins plugins =
        options.loadPlugins(GatewayPlugins::open).orElseGet(GatewayPlugins::none);
    try {
      return new HostGateway(options.bind(Gateway::bind), plugins, configuration, problems);
    } catch (RuntimeException e) {
      plugins.close();
      throw e;
    }
  }

  /** Starts the plugins, and passes requests on; returns the port. */
  int start(Upstream upstream) {
    gateway.start(upstream, plugins, configuration);
    problems.tell(plugins.problems());
    return gateway.port();
  }

  @Override
  public void close() {
    gateway.close();
    plugins.close();
    problems.tell(plugins.problems());
  }
}
