package dev.registrynotifications.host.gateway;

import dev.registrynotifications.host.server.HttpPort;
import dev.registrynotifications.host.server.ServletContexts;
import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;

/**
 * A registry's stand-in on a port of its own, with plugins in front. For the thread that starts and
 * stops the host.
 */
public final class Gateway implements AutoCloseable {

  /** Where plugins find their configuration file: a parameter of the servlet context. */
  public static final String CONFIGURATION = "registry.notifications.config";

  /** Where plugins find the upstream registry's root, ending in a slash. */
  public static final String UPSTREAM = "registry.notifications.upstream";

  private static final int MAX_HEADER_BYTES = 64 * 1024;
  private static final int MAX_CONNECTIONS = 64 * 1024;
  private static final int BUFFER_BYTES = 64 * 1024;

  /** How long a connection is kept that nobody needs. */
  private static final int TO_BE_NEEDED_MILLIS = 20_000;

  private final HttpPort port;

  private Gateway(HttpPort port) {
    this.port = port;
  }

  /**
   * Binds the port; requests wait until {@link #start}.
   *
   * @param port 0 for any that is free
   * @throws IOException if it can't be bound
   */
  public static Gateway bind(String host, int port) throws IOException {
    return new Gateway(HttpPort.bind(host, port, http()));
  }

  /** What is a good request, the upstream registry decides. */
  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setUriCompliance(UriCompliance.UNSAFE);
    http.setHeaderCacheCaseSensitive(true);
    http.setRequestHeaderSize(MAX_HEADER_BYTES);
    http.setResponseHeaderSize(MAX_HEADER_BYTES);
    http.setIdleTimeout(UpstreamServlet.TO_GO_ON.toMillis());
    return http;
  }

  /** The port that is bound. */
  public int port() {
    return port.port();
  }

  /** Where it can be reached, ending in a slash. */
  public URI uri() {
    return port.uri();
  }

  /** Passes requests on from now on, through the filters that the plugins set up before. */
  public void start(
      Upstream upstream, ServletContainerInitializer plugins, Optional<Path> configuration) {
    ServletContextHandler context = ServletContexts.of(proxy(upstream));
    context.setClassLoader(Gateway.class.getClassLoader());
    context.getServletHandler().setDecodeAmbiguousURIs(true);
    context.setInitParameter(UPSTREAM, upstream.root().toString());
    configuration.ifPresent(
        file -> context.setInitParameter(CONFIGURATION, file.toAbsolutePath().toString()));
    context.addServletContainerInitializer(plugins);
    port.start(context);
  }

  private static ServletHolder proxy(Upstream upstream) {
    ServletHolder proxy = new ServletHolder("gateway", new UpstreamServlet(upstream));
    proxy.setInitParameter("preserveHost", "true");
    proxy.setInitParameter("timeout", "0");
    proxy.setInitParameter("idleTimeout", String.valueOf(TO_BE_NEEDED_MILLIS));
    proxy.setInitParameter("maxConnections", String.valueOf(MAX_CONNECTIONS));
    proxy.setInitParameter("requestBufferSize", String.valueOf(BUFFER_BYTES));
    proxy.setInitParameter("responseBufferSize", String.valueOf(BUFFER_BYTES));
    return proxy;
  }

  /** Stops taking requests, and lets those in progress finish, for five seconds. */
  @Override
  public void close() {
    port.close();
  }
}
