package dev.registrynotifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A webhook on loopback that takes everything, from {@link #start} on; before it refuses. */
public final class WebhookServer implements AutoCloseable {

  private final SocketChannel held;
  private final InetSocketAddress address;
  private final Queue<String> bodies = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  private WebhookServer(SocketChannel held, InetSocketAddress address) throws IOException {
    this.held = held;
    this.address = address;
    this.server = HttpServer.create();
  }

  /** One that isn't started. Its port is held by a socket that listens to nobody. */
  public static WebhookServer down() throws IOException {
    SocketChannel held = SocketChannel.open();
    held.setOption(StandardSocketOptions.SO_REUSEADDR, true);
    held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return new WebhookServer(held, (InetSocketAddress) held.getLocalAddress());
  }

  public void start() throws IOException {
    held.close();
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
  public void close() throws IOException {
    server.stop(0);
    held.close();
  }
}
