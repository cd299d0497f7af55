package dev.registrynotifications.observe;

import dev.registrynotifications.bridge.EventBridge;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.event.SourceRecord;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * A servlet in a real server, behind the filter, whose events it keeps. There is a second filter,
 * as if the jar were in two places; no event may come twice for that.
 */
final class WatchedServer implements AutoCloseable {

  static final Duration DEADLINE = Duration.ofSeconds(30);

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final List<Event> events = new ArrayList<>();
  private final String contextPath;

  /** What a test does with a request. */
  @FunctionalInterface
  interface Service {
    void serve(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException;
  }

  private WatchedServer(String contextPath) {
    this.contextPath = contextPath;
  }

  static WatchedServer start(Service service) {
    return start("", new ObserverSettings(null, null, "test"), service);
  }

  static WatchedServer start(String contextPath, ObserverSettings settings, Service service) {
    WatchedServer watched = new WatchedServer(contextPath);
    watched.serve(
        service,
        new RegistryExchangeFilter(watched.bridge(), settings),
        new RegistryExchangeFilter(watched.bridge(), settings));
    return watched;
  }

  /** With a sink that fails. */
  static WatchedServer startFailing(Service service) {
    WatchedServer watched = new WatchedServer("");
    EventBridge broken =
        new EventBridge(
            events -> {
              throw new IllegalStateException("broken by the test");
            },
            new SourceRecord("node", "1"),
            UUID::randomUUID,
            InstantSource.system(),
            true);
    watched.serve(
        service, new RegistryExchangeFilter(broken, new ObserverSettings(null, null, "test")));
    return watched;
  }

  private EventBridge bridge() {
    return new EventBridge(
        this::keep, new SourceRecord("node", "1"), UUID::randomUUID, InstantSource.system(), true);
  }

  private void serve(Service service, Filter... filters) {
    ServletContextHandler context =
        new ServletContextHandler(contextPath.isEmpty() ? "/" : contextPath);
    for (Filter filter : filters) {
      FilterHolder holder = new FilterHolder(filter);
      holder.setAsyncSupported(true);
      context.addFilter(holder, "/v2/*", EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
    }
    ServletHolder holder =
        new ServletHolder(
            new HttpServlet() {
              @Override
              protected void service(HttpServletRequest request, HttpServletResponse response)
                  throws ServletException, IOException {
                service.serve(request, response);
              }
            });
    holder.setAsyncSupported(true);
    context.addServlet(holder, "/*");
    server.setHandler(context);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    try {
      server.start();
    } catch (Exception e) {
      throw new AssertionError("Could not start the server", e);
    }
  }

  private void keep(List<Event> more) {
    synchronized (events) {
      events.addAll(more);
    }
  }

  /** The events so far: action, repository, tag or digest, size. */
  List<String> told() {
    return events().stream().map(WatchedServer::line).toList();
  }

  List<Event> events() {
    synchronized (events) {
      return List.copyOf(events);
    }
  }

  private static String line(Event event) {
    @Nullable String tag = event.target().tag();
    long size = event.target().descriptor() == null ? 0 : event.target().descriptor().size();
    return "%s %s %s %d".formatted(event.action().word(), event.target().repository(), tag, size);
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + contextPath + path);
  }

  Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new AssertionError("Could not stop the server", e);
    }
  }
}
