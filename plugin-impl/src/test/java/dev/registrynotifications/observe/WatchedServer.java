package dev.registrynotifications.observe;

import dev.registrynotifications.bridge.EventBridge;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.event.SourceRecord;
import dev.registrynotifications.plugin.Sink;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A servlet in a real server, behind the filter, whose events it keeps. There is a second filter,
 * as if the jar were in two places; no event may come twice for that.
 */
final class WatchedServer implements AutoCloseable {

  static final ObserverSettings SETTINGS = new ObserverSettings(null, null, "test");

  private final List<Event> events = new ArrayList<>();
  private final String contextPath;
  private final ServletServer server;

  /** What a test does with a request. */
  @FunctionalInterface
  interface Service {
    void serve(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException;
  }

  private WatchedServer(
      ServletServer.Kind kind, String contextPath, ObserverSettings settings, Service service) {
    this.contextPath = contextPath;
    server = kind.start(contextPath, filters(settings, this::keep), servlet(service));
  }

  private WatchedServer(ServletServer.Kind kind, Service service) {
    contextPath = "";
    server = kind.start("", filters(SETTINGS, WatchedServer::fail), servlet(service));
  }

  private static void fail(List<Event> events) {
    throw new IllegalStateException("broken by the test");
  }

  /** One with a filter that can't tell anybody anything. */
  static WatchedServer startBroken(ServletServer.Kind kind, Service service) {
    return new WatchedServer(kind, service);
  }

  static WatchedServer start(ServletServer.Kind kind, Service service) {
    return start(kind, "", SETTINGS, service);
  }

  static WatchedServer start(
      ServletServer.Kind kind, String contextPath, ObserverSettings settings, Service service) {
    return new WatchedServer(kind, contextPath, settings, service);
  }

  private static List<Filter> filters(ObserverSettings settings, Sink sink) {
    SourceRecord source = new SourceRecord("node", "1");
    EventBridge bridge =
        new EventBridge(sink, source, UUID::randomUUID, InstantSource.system(), true);
    return List.of(
        new RegistryExchangeFilter(bridge, settings), new RegistryExchangeFilter(bridge, settings));
  }

  private static HttpServlet servlet(Service service) {
    return new HttpServlet() {
      private static final long serialVersionUID = 1;

      @Override
      protected void service(HttpServletRequest request, HttpServletResponse response)
          throws ServletException, IOException {
        service.serve(request, response);
      }
    };
  }

  private void keep(List<Event> more) {
    synchronized (events) {
      events.addAll(more);
    }
  }

  List<Event> events() {
    synchronized (events) {
      return List.copyOf(events);
    }
  }

  /** The events so far: action, repository, tag, size. */
  List<String> told() {
    return events().stream().map(WatchedServer::line).toList();
  }

  private static String line(Event event) {
    long size = event.target().descriptor() == null ? 0 : event.target().descriptor().size();
    return "%s %s %s %d"
        .formatted(event.action().word(), event.target().repository(), event.target().tag(), size);
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + contextPath + path);
  }

  Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.port());
  }

  @Override
  public void close() {
    server.close();
  }
}
