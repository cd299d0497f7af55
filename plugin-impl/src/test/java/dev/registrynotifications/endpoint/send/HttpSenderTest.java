package dev.registrynotifications.endpoint.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.TransportConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpSenderTest {

  private static final byte[] BODY = "{\"events\": []}".getBytes(UTF_8);
  private static final Delivery ENVELOPE = new Delivery("1", BODY, Map.of());
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration ENOUGH_FOR_HEADERS = Duration.ofSeconds(2);
  private static final Duration SHORT = Duration.ofMillis(200);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch testIsOver = new CountDownLatch(1);
  private final Queue<Integer> clientPorts = new ConcurrentLinkedQueue<>();
  private final Queue<Map<String, List<String>>> headers = new ConcurrentLinkedQueue<>();
  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private HttpServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stopServer() {
    testIsOver.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void postsTheBytesWithTheMediaTypeOfEvents() throws InterruptedException {
    answer(exchange -> exchange.sendResponseHeaders(200, -1));

    DeliveryResult result = sender("/hook?x=1", Map.of(), LONG).send(ENVELOPE);

    assertThat(result).isEqualTo(new DeliveryResult.Answered(200));
    assertThat(requests).containsExactly("POST /hook?x=1 HTTP/1.1 {\"events\": []}");
    assertThat(headers.remove())
        .containsEntry(
            "Content-type", List.of("application/vnd.docker.distribution.events.v1+json"))
        .containsEntry("User-agent", List.of("test/1"))
        .containsEntry("Content-length", List.of("14"))
        .doesNotContainKeys("Upgrade", "Authorization");
  }

  @Test
  void sendsTheConfiguredHeaders() throws InterruptedException {
    answer(exchange -> exchange.sendResponseHeaders(200, -1));

    sender(
            "/",
            Map.of(
                "Authorization", List.of("Bearer x"),
                "X-Both", List.of("one", "two"),
                "user-agent", List.of("mine")),
            LONG)
        .send(ENVELOPE);

    assertThat(headers.remove())
        .containsEntry("Authorization", List.of("Bearer x"))
        .containsEntry("X-both", List.of("one", "two"))
        .containsEntry("User-agent", List.of("mine"));
  }

  @Test
  void sendsTheHeadersOfADeliveryWithThatDeliveryOnly() throws InterruptedException {
    answer(exchange -> exchange.sendResponseHeaders(200, -1));
    HttpSender sender = sender("/", Map.of(), LONG);
    Map<String, String> own =
        Map.of(Delivery.SEQUENCE_HEADER, "log; 5-5; previous=3", Delivery.REPLAY_HEADER, "true");

    sender.send(new Delivery("1", BODY, own));
    sender.send(ENVELOPE);

    assertThat(headers.remove())
        .containsEntry("Registry-notifications-sequence", List.of("log; 5-5; previous=3"))
        .containsEntry("Registry-notifications-replay", List.of("true"))
        .containsEntry("User-agent", List.of("test/1"));
    assertThat(headers.remove())
        .doesNotContainKeys("Registry-notifications-sequence", "Registry-notifications-replay");
  }

  @Test
  void sendsUserInformationOfTheUrlAsBasicAuthentication() throws InterruptedException {
    answer(exchange -> exchange.sendResponseHeaders(200, -1));
    URI url = URI.create("http://user:p%40ss@localhost:" + port() + "/hook");

    new HttpSender(config(url, Map.of(), LONG), "test/1").send(ENVELOPE);

    assertThat(headers.remove())
        .containsEntry("Authorization", List.of("Basic dXNlcjpwQHNz"))
        .containsEntry("Host", List.of("localhost:" + port()));
  }

  @Test
  void keepsItsConnectionAlive() throws InterruptedException {
    answer(
        exchange -> {
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("ok".getBytes(UTF_8));
        });
    HttpSender sender = sender("/", Map.of(), LONG);

    for (int i = 0; i < 5; i++) {
      sender.send(ENVELOPE);
    }

    assertThat(clientPorts).hasSize(5);
    assertThat(Set.copyOf(clientPorts)).hasSize(1);
  }

  @Test
  void followsNoRedirect() throws InterruptedException {
    answer(
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(302, -1);
        });

    assertThat(sender("/", Map.of(), LONG).send(ENVELOPE))
        .isEqualTo(new DeliveryResult.Answered(302));
    assertThat(requests).hasSize(1);
  }

  @Test
  void givesUpOnAnEndpointThatDoesNotAnswer() throws InterruptedException {
    answer(exchange -> waitForTheEndOfTheTest());

    assertThat(sender("/", Map.of(), SHORT).send(ENVELOPE))
        .isEqualTo(new DeliveryResult.Failed("no answer within 200 ms"));
  }

  @Test
  void takesTheStatusOfAnAnswerWhoseBodyNeverEnds() throws InterruptedException {
    answer(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          waitForTheEndOfTheTest();
        });
    HttpSender sender = sender("/", Map.of(), ENOUGH_FOR_HEADERS);

    assertThat(sender.send(ENVELOPE)).isEqualTo(new DeliveryResult.Answered(200));
    assertThat(sender.send(ENVELOPE)).isEqualTo(new DeliveryResult.Answered(200));
  }

  @Test
  void readsAnEndlessBodyOnlyUpToItsBound() throws InterruptedException {
    CountDownLatch brokenOff = new CountDownLatch(1);
    answer(
        exchange -> {
          exchange.sendResponseHeaders(201, 0);
          OutputStream body = exchange.getResponseBody();
          try {
            while (testIsOver.getCount() > 0) {
              body.write(new byte[64 * 1024]);
            }
          } catch (IOException e) {
            brokenOff.countDown();
          }
        });

    assertThat(sender("/", Map.of(), LONG).send(ENVELOPE))
        .isEqualTo(new DeliveryResult.Answered(201));
    assertThat(brokenOff.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void saysThatTheConnectionWasRefused() throws IOException, InterruptedException {
    int closedPort;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closedPort = socket.getLocalPort();
    }
    URI url = URI.create("http://127.0.0.1:" + closedPort + "/");

    DeliveryResult result = new HttpSender(config(url, Map.of(), LONG), "test/1").send(ENVELOPE);

    assertThat(result).isEqualTo(new DeliveryResult.Failed("it can't be connected to"));
  }

  @Test
  void saysThatTheHostIsNotKnown() throws InterruptedException {
    URI url = URI.create("http://no-such-host.invalid/");

    DeliveryResult result = new HttpSender(config(url, Map.of(), LONG), "test/1").send(ENVELOPE);

    assertThat(result)
        .isEqualTo(new DeliveryResult.Failed("its host no-such-host.invalid isn't known"));
  }

  @Test
  void saysThatAnAnswerCannotBeUnderstood() throws Exception {
    try (ServerSocket ssh = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      threads.execute(() -> greetAsSsh(ssh));
      URI url = URI.create("http://127.0.0.1:" + ssh.getLocalPort() + "/");

      DeliveryResult result = new HttpSender(config(url, Map.of(), LONG), "test/1").send(ENVELOPE);

      assertThat(result)
          .isInstanceOf(DeliveryResult.Garbled.class)
          .asString()
          .startsWith("its answer can't be understood: ")
          .hasSizeLessThan(300);
    }
  }

  private void greetAsSsh(ServerSocket server) {
    try (Socket socket = server.accept()) {
      String greeting = "SSH-2.0-" + "x".repeat(1000) + "\r\n\r\n";
      socket.getOutputStream().write(greeting.getBytes(UTF_8));
      waitForTheEndOfTheTest();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void goesOnAfterTheServerHasClosedTheConnection() throws InterruptedException {
    answer(
        exchange -> {
          exchange.getResponseHeaders().set("Connection", "close");
          exchange.sendResponseHeaders(200, -1);
        });
    HttpSender sender = sender("/", Map.of(), LONG);

    sender.send(ENVELOPE);

    assertThat(sender.send(ENVELOPE)).isEqualTo(new DeliveryResult.Answered(200));
  }

  private void answer(HttpHandler handler) {
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            note(exchange);
            handler.handle(exchange);
          }
        });
  }

  private void note(HttpExchange exchange) throws IOException {
    clientPorts.add(exchange.getRemoteAddress().getPort());
    headers.add(Map.copyOf(exchange.getRequestHeaders()));
    requests.add(
        "%s %s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getProtocol(),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
  }

  private void waitForTheEndOfTheTest() {
    try {
      testIsOver.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private HttpSender sender(String path, Map<String, List<String>> headers, Duration timeout) {
    URI url = URI.create("http://127.0.0.1:" + port() + path);
    return new HttpSender(config(url, headers, timeout), "test/1");
  }

  private static EndpointConfig config(
      URI url, Map<String, List<String>> headers, Duration timeout) {
    TransportConfig byDefault = TransportConfig.DEFAULT;
    return EndpointConfig.to("ci", url)
        .headers(headers)
        .transport(
            new TransportConfig(timeout, byDefault.tls(), byDefault.proxy(), byDefault.safety()))
        .build();
  }
}
