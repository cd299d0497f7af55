package dev.registrynotifications.host.server;

import dev.registrynotifications.host.servlet.Credentials;
import dev.registrynotifications.host.servlet.RegistryServlet;
import dev.registrynotifications.host.storage.Registry;
import dev.registrynotifications.plugin.RepositoryDecorator;
import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;

/** Serves a registry over HTTP. For the thread that starts and stops the host. */
public final class RegistryServer implements AutoCloseable {

  private final HttpPort port;

  private RegistryServer(HttpPort port) {
    this.port = port;
  }

  /**
   * Binds the port; requests wait until {@link #start}.
   *
   * @param port 0 for any that is free
   * @throws IOException if it can't be bound
   */
  public static RegistryServer bind(String host, int port) throws IOException {
    return new RegistryServer(HttpPort.bind(host, port, new HttpConfiguration()));
  }

  /** The port that is bound. */
  public int port() {
    return port.port();
  }

  /** Where it can be reached, ending in a slash. */
  public URI uri() {
    return port.uri();
  }

  /** Answers requests from now on. */
  public void start(Registry registry, RepositoryDecorator decorator, Credentials credentials) {
    RegistryServlet servlet = new RegistryServlet(registry, decorator, credentials);
    port.start(ServletContexts.of(new ServletHolder("registry", servlet)));
  }

  /** Stops taking requests, and lets those in progress finish, for five seconds. */
  @Override
  public void close() {
    port.close();
  }
}
