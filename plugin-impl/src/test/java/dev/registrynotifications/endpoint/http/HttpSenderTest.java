package dev.registrynotifications.endpoint.http;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Ticker;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.registrynotifications.Patience;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.TransportConfig;
import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Answered;
import dev.registrynotifications.endpoint.attempt.Interim;
import dev.registrynotifications.endpoint.guard.Location;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSenderTest {

  private static final byte[] BODY = "{\"events\": []}".getBytes(UTF_8);
  private static final Delivery ENVELOPE = new Delivery("1", BODY, Map.of());
  private static final Instant NOW = Instant.parse("2026-11-24T08:30:00Z");
  private static final Duration LONG = Duration.ofSeconds(30);

  /** Tried in turn: it is waited for their end, and only a slow machine needs the longer ones. */
  private static final List<Duration> ENOUGH_FOR_HEADERS =
      List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), LONG);

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

    assertThat(result).isEqualTo(new Answered(200));
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
                "user-agent", List.of("mine"),
                "content-type", List.of("application/mine")),
            LONG)
        .send(ENVELOPE);

    assertThat(headers.remove())
        .containsEntry("Authorization", List.of("Bearer x"))
        .containsEntry("X-both", List.of("one", "two"))
        .containsEntry("User-agent", List.of("mine"))
        .containsEntry("Content-type", List.of("application/mine"));
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

    sender(config(url, Map.of(), LONG)).send(ENVELOPE);

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

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void followsNoRedirectByItself(int status) throws InterruptedException {
    answer(
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, -1);
        });

    assertThat(sender("/", Map.of(), LONG).send(ENVELOPE))
        .isEqualTo(new Interim.Redirected(status, Optional.of("/elsewhere")));
    assertThat(requests).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 304, 305})
  void takesARedirectThatIsNoneForADelivery(int status) throws InterruptedException {
    answer(exchange -> exchange.sendResponseHeaders(status, -1));

    assertThat(sender("/", Map.of(), LONG).send(ENVELOPE).isDelivered()).isTrue();
  }

  @Test
  void takesALoginPageForAFailure() throws InterruptedException {
    answer(
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/login");
          exchange.sendResponseHeaders(303, -1);
        });

    assertThat(sender("/", Map.of(), LONG).send(ENVELOPE)).isEqualTo(new Answered(303));
  }

  @Test
  void keepsTheBeginningOfWhatTheEndpointSaysAboutItsRefusal() throws InterruptedException {
    String page = "\r\n<h1>no</h1>\u0007\u0085 caf\u00e9 " + "x".repeat(70_000);
    answer(exchange -> write(exchange, 403, page.getBytes(UTF_8)));

    Answered answered = (Answered) sender("/", Map.of(), LONG).send(ENVELOPE);

    assertThat(answered.status()).isEqualTo(403);
    assertThat(answered.excerpt()).startsWith("<h1>no</h1>   caf\u00e9 xxx").hasSize(508);
  }

  @Test
  void replacesWhatIsNoUtf8() throws InterruptedException {
    answer(exchange -> write(exchange, 500, new byte[] {'a', (byte) 0xff, 'b'}));

    assertThat(sender("/", Map.of(), LONG).send(ENVELOPE))
        .isEqualTo(new Answered(500, Optional.empty(), "a\ufffdb"));
  }

  @Test
  void keepsNothingOfWhatIsSaidAboutADelivery() throws InterruptedException {
    answer(exchange -> write(exchange, 200, "thanks".getBytes(UTF_8)));

    assertThat(sender("/", Map.of(), LONG).send(ENVELOPE)).isEqualTo(new Answered(200));
  }

  @Test
  void keepsWhatWasSaidBeforeTheBodyCameToAHalt() throws InterruptedException {
    answer(
        exchange -> {
          exchange.sendResponseHeaders(500, 0);
          exchange.getResponseBody().write("half".getBytes(UTF_8));
          exchange.getResponseBody().flush();
          waitForTheEndOfTheTest();
        });

    Patience.assertComesTo(
        new Answered(500, Optional.empty(), "half"),
        ENOUGH_FOR_HEADERS,
        timeout -> sender("/", Map.of(), timeout).send(ENVELOPE));
  }

  @Test
  void keepsSecretsOutOfTheExcerptOfAnEndpointThatEchoesThem() throws InterruptedException {
    answer(
        exchange -> {
          String echo = "you sent " + exchange.getRequestHeaders().getFirst("X-Token");
          write(exchange, 401, echo.getBytes(UTF_8));
        });

    assertThat(sender("/", Map.of("X-Token", List.of("Token s3cr3t-t0ken")), LONG).send(ENVELOPE))
        .isEqualTo(new Answered(401, Optional.empty(), "you sent Token …"));
  }

  @Test
  void saysHowLongTheEndpointWantsToBeLeftAlone() throws InterruptedException {
    answer(
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "120");
          exchange.sendResponseHeaders(503, -1);
        });

    assertThat(sender("/", Map.of(), LONG).send(ENVELOPE))
        .isEqualTo(new Answered(503, Optional.of(Duration.ofMinutes(2)), ""));
  }

  @Test
  void givesUpOnAnEndpointThatDoesNotAnswer() throws InterruptedException {
    answer(exchange -> waitForTheEndOfTheTest());

    assertThat(sender("/", Map.of(), SHORT).send(ENVELOPE))
        .isEqualTo(new DeliveryResult.Failed("no answer within 200 ms"));
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void passesOnTheInterruptOfAnybodyElse() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    answer(
        exchange -> {
          arrived.countDown();
          waitForTheEndOfTheTest();
        });
    HttpSender sender = sender("/", Map.of(), LONG);
    FutureTask<DeliveryResult> sending = new FutureTask<>(() -> sender.send(ENVELOPE));
    Thread thread = new Thread(sending, "sending");
    thread.start();
    assertThat(arrived.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();

    thread.interrupt();

    assertThatThrownBy(() -> sending.get(DEADLINE.toSeconds(), TimeUnit.SECONDS))
        .hasCauseInstanceOf(InterruptedException.class);
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

    Patience.assertComesTo(
        List.of(new Answered(200), new Answered(200)),
        ENOUGH_FOR_HEADERS,
        timeout -> {
          HttpSender sender = sender("/", Map.of(), timeout);
          return List.of(sender.send(ENVELOPE), sender.send(ENVELOPE));
        });
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

    assertThat(sender("/", Map.of(), LONG).send(ENVELOPE)).isEqualTo(new Answered(201));
    assertThat(brokenOff.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void saysThatTheConnectionWasRefused() throws IOException, InterruptedException {
    try (Socket deaf = new Socket()) {
      // Bound and not listening: it refuses, and nobody else gets the port.
      deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      URI url = URI.create("http://127.0.0.1:" + deaf.getLocalPort() + "/");

      DeliveryResult result = sender(config(url, Map.of(), LONG)).send(ENVELOPE);

      assertThat(result).isEqualTo(new DeliveryResult.Failed("it can't be connected to"));
    }
  }

  @Test
  void saysThatTheHostIsNotKnown() throws InterruptedException {
    URI url = URI.create("http://no-such-host.invalid/");

    DeliveryResult result = sender(config(url, Map.of(), LONG)).send(ENVELOPE);

    assertThat(result)
        .isEqualTo(new DeliveryResult.Failed("its host no-such-host.invalid isn't known"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2p1 xxxxxxxx…xxxxxxxx\r\n\r\n",
        "HTTP/1.1 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
      })
  void saysThatAnAnswerCannotBeUnderstood(String answer) throws Exception {
    String tooLong = answer.replace("…", "x".repeat(1000));
    try (RawServer raw = RawServer.start((connection, socket) -> blurt(socket, tooLong))) {
      DeliveryResult result = sender(config(raw.uri(), Map.of(), LONG)).send(ENVELOPE);

      assertThat(result)
          .isInstanceOf(DeliveryResult.Garbled.class)
          .asString()
          .startsWith("its answer can't be understood: ")
          .hasSizeLessThan(300);
    }
  }

  @Test
  void isNotHeldUpByAnAnswerWhoseLengthIsNegative() throws Exception {
    String answer = "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n";
    try (RawServer raw = RawServer.start((connection, socket) -> blurt(socket, answer))) {
      Patience.assertComesTo(
          new Answered(200),
          ENOUGH_FOR_HEADERS,
          timeout -> sender(config(raw.uri(), Map.of(), timeout)).send(ENVELOPE));
    }
  }

  private void blurt(Socket socket, String answer) throws IOException {
    RawServer.write(socket, answer);
    waitForTheEndOfTheTest();
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

    assertThat(sender.send(ENVELOPE)).isEqualTo(new Answered(200));
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

  private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
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
      testIsOver.await(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private HttpSender sender(String path, Map<String, List<String>> headers, Duration timeout) {
    URI url = URI.create("http://127.0.0.1:" + port() + path);
    return sender(config(url, headers, timeout));
  }

  private static HttpSender sender(EndpointConfig config) {
    return new HttpSender(
        HttpClients.create(config.name(), config.transport()),
        new RequestTemplate(config, "test/1").home(Location.asAskedFor(config.url())).build(),
        new Deadlines(config.transport().timeout(), Ticker.systemTicker()),
        new RetryAfter(() -> NOW));
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
