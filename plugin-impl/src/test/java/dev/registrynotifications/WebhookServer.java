package dev.registrynotifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A webhook on loopback that takes everything, from {@link #start} on; before it refuses. */
public final class WebhookServer implements AutoCloseable {

  private final InetSocketAddress address;
  private final Queue<String> bodies = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  private WebhookServer(InetSocketAddress address, HttpServer server) {
    this.address = address;
    this.server = server;
  }

  /** One that isn't started. */
  public static WebhookServer down() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket free = new ServerSocket(0, 1, loopback)) {
      InetSocketAddress address = new InetSocketAddress(loopback, free.getLocalPort());
      return new WebhookServer(address, HttpServer.create());
    }
  }

  public void start() throws IOException {
    server.bind(address, 0);
    server.createContext("/", this::take);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + address.getPort() + "/";
  }

  public List<String> bodies() {
    return List.copyOf(bodies);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
