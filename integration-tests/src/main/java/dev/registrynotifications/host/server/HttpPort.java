package dev.registrynotifications.host.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * A port with an HTTP server behind it. The port is bound before anything answers, so that plugins
 * can be told the address when they start. For the thread that starts and stops the host.
 */
public final class HttpPort implements AutoCloseable {

  private static final Logger LOG = System.getLogger(HttpPort.class.getName());
  private static final Duration TO_STOP = Duration.ofMinutes(1);

  /** When the server stops, connections that stand still for so long are closed. */
  private static final Duration TO_GO_ON = Duration.ofMillis(200);

  private final Server server;
  private final ServerConnector connector;
  private final String host;

  private HttpPort(Server server, ServerConnector connector, String host) {
    this.server = server;
    this.connector = connector;
    this.host = host;
  }

  /**
   * Binds the port; requests wait until {@link #start}.
   *
   * @param port 0 for any that is free
   * @throws IOException if it can't be bound
   */
  public static HttpPort bind(String host, int port, HttpConfiguration http) throws IOException {
    Server server = new Server();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(port);
    connector.setShutdownIdleTimeout(TO_GO_ON.toMillis());
    connector.open();
    server.addConnector(connector);
    server.setErrorHandler(new JsonErrorHandler());
    server.setStopTimeout(TO_STOP.toMillis());
    return new HttpPort(server, connector, host);
  }

  /** The port that is bound. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Where it can be reached, ending in a slash. */
  public URI uri() {
    return URI.create("http://" + host + ":" + port() + "/");
  }

  /** Answers requests from now on. */
  public void start(Handler handler) {
    server.setHandler(new GracefulHandler(handler));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("Could not start the server: " + e.getMessage(), e);
    }
  }

  /** Stops taking requests, and lets those in progress finish, for a minute. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "Could not stop the server in time: " + e);
    } finally {
      connector.close();
    }
  }
}
