package dev.registrynotifications.reload;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.google.common.base.Splitter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.registrynotifications.Patience;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.EndpointConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Webhooks on loopback, one below each first segment of a path: what comes below {@code /ci} goes
 * into the ledger of {@code ci}, before it is answered with 200.
 */
final class Receivers implements AutoCloseable {

  private final Map<String, Arrivals> arrivals = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  Receivers() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
  }

  /** An endpoint at the webhook of its name. */
  EndpointConfigBuilder endpoint(String name) {
    return endpoint(name, name);
  }

  /** One at that path. */
  EndpointConfigBuilder endpoint(String name, String path) {
    return EndpointConfig.to(name, url(path)).transport(Patience.TRANSPORT);
  }

  /** What has come to the webhook of that name, wherever below it. */
  Arrivals of(String name) {
    return arrivals.computeIfAbsent(name, unused -> new Arrivals());
  }

  /** Waits until so many events, or more, have come to the webhook of that name. */
  void awaitCount(String name, int count) {
    await().atMost(DEADLINE).until(of(name)::count, arrived -> arrived >= count);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      String setting = exchange.getRequestHeaders().getFirst("X-Setting");
      of(Splitter.on('/').splitToList(path).get(1)).enter(path, String.valueOf(setting), body);
      exchange.sendResponseHeaders(200, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
