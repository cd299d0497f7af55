package dev.registrynotifications.endpoint;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.common.base.Ticker;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.registrynotifications.Events;
import dev.registrynotifications.Patience;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.EventFormat;
import dev.registrynotifications.config.SigningConfig;
import dev.registrynotifications.config.SigningConfig.Secret;
import dev.registrynotifications.event.Action;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.event.Target;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.registry.RepositoryName;
import dev.registrynotifications.wire.EnvelopeCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an endpoint sends, before a receiver that knows Standard Webhooks from its own library. */
class StandardWebhooksTest {

  private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String NEW = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
  private static final String TEXT = "a text for a key";

  private final EnvelopeCodec codec = new EnvelopeCodec();
  private final EventLog log = EventLog.inMemory(1024 * 1024, () -> Instant.EPOCH);
  private final Queue<Received> received = new ConcurrentLinkedQueue<>();
  private final Deque<Integer> answers = new ConcurrentLinkedDeque<>();
  private final Deque<Endpoint> endpoints = new ArrayDeque<>();
  private final AtomicLong secondsAgo = new AtomicLong(60);
  private HttpServer server;

  /** A request as its receiver sees it. */
  private record Received(String body, HttpHeaders headers) {

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::receive);
    server.start();
  }

  @AfterEach
  void stopAll() {
    endpoints.forEach(Endpoint::stop);
    endpoints.forEach(endpoint -> endpoint.awaitStop(DEADLINE));
    log.close();
    server.stop(0);
  }

  @Test
  void sendsWhatAReceiverWithTheSecretAccepts() throws Exception {
    Endpoint endpoint = endpoint(EventFormat.V1, new SigningConfig(List.of(secret(OLD)), false));
    Event event = Events.pushed("team/app");

    deliver(endpoint, event);

    Received request = received.remove();
    new Webhook(OLD).verify(request.body(), request.headers());
    assertThat(request.header("webhook-id")).isEqualTo(event.id().toString());
    assertThat(request.header("X-Signature")).isEmpty();
  }

  @Test
  void acceptsTextAsASecretToo() throws Exception {
    Secret text = new Secret(TEXT.getBytes(UTF_8));

    deliver(endpoint(EventFormat.V1, new SigningConfig(List.of(text), false)), pushed());

    Received request = received.remove();
    new Webhook(TEXT.getBytes(UTF_8)).verify(request.body(), request.headers());
  }

  @Test
  void letsReceiversChangeTheirSecretOneByOne() throws Exception {
    SigningConfig both = new SigningConfig(List.of(secret(NEW), secret(OLD)), false);

    deliver(endpoint(EventFormat.V1, both), pushed());

    Received request = received.remove();
    new Webhook(OLD).verify(request.body(), request.headers());
    new Webhook(NEW).verify(request.body(), request.headers());
  }

  @Test
  void isRefusedWithAnotherBodyOrSecret() throws Exception {
    SigningConfig signing = new SigningConfig(List.of(secret(OLD)), false);

    deliver(endpoint(EventFormat.V1, signing), pushed());

    Received request = received.remove();
    String forged = request.body().replace("push", "pull");
    assertThatThrownBy(() -> new Webhook(OLD).verify(forged, request.headers()))
        .isInstanceOf(WebhookVerificationException.class);
    assertThatThrownBy(() -> new Webhook(NEW).verify(request.body(), request.headers()))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void signsEachAttemptAnewUnderTheSameId() {
    answers.addAll(List.of(503, 429));
    SigningConfig signing = new SigningConfig(List.of(secret(OLD)), false);
    Set<String> ids = new HashSet<>();
    Set<String> timestamps = new HashSet<>();
    Set<String> signatures = new HashSet<>();

    deliver(endpoint(EventFormat.V1, signing), pushed());

    assertThat(received).hasSize(3);
    for (Received attempt : received) {
      ids.add(attempt.header("webhook-id"));
      timestamps.add(attempt.header("webhook-timestamp"));
      signatures.add(attempt.header("webhook-signature"));
      assertThatCode(() -> new Webhook(OLD).verify(attempt.body(), attempt.headers()))
          .doesNotThrowAnyException();
    }
    assertThat(ids).hasSize(1);
    assertThat(timestamps).hasSize(3);
    assertThat(signatures).hasSize(3);
  }

  @Test
  void signsTheBodyInTheFormatThatItIsSentIn() throws Exception {
    SigningConfig signing = new SigningConfig(List.of(secret(OLD)), false);
    Target tag = new Target(new RepositoryName("a"), null, null, "v1", null, null, List.of());

    deliver(endpoint(EventFormat.V2, signing), Events.of(Action.DELETE, tag, Events.REQUEST));

    Received request = received.remove();
    new Webhook(OLD).verify(request.body(), request.headers());
    assertThat(request.body()).contains("\"size\": 0,");
    assertThat(request.header("Content-Type"))
        .isEqualTo("application/vnd.docker.distribution.events.v2+json");
  }

  @Test
  void sendsTheHexadecimalSignatureOfTheBodyWhereItIsWanted() throws Exception {
    SigningConfig signing = new SigningConfig(List.of(secret(NEW), secret(OLD)), true);

    deliver(endpoint(EventFormat.V1, signing), pushed());

    Received request = received.remove();
    assertThat(request.header("X-Signature"))
        .isEqualTo("sha256=" + hexHmac(secret(NEW).bytes(), request.body()));
    new Webhook(OLD).verify(request.body(), request.headers());
  }

  @Test
  void signsNothingWithoutASecret() {
    deliver(endpoint(EventFormat.V1, new SigningConfig(List.of(), true)), pushed());

    assertThat(received.remove().headers().map())
        .doesNotContainKeys("Webhook-id", "Webhook-timestamp", "Webhook-signature", "X-signature");
  }

  private static Event pushed() {
    return Events.pushed("team/app");
  }

  /** The bytes of a secret as Standard Webhooks writes it. */
  private static Secret secret(String standard) {
    return new Secret(Base64.getDecoder().decode(standard.substring("whsec_".length())));
  }

  private static String hexHmac(byte[] secret, String body) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
  }

  private Endpoint endpoint(EventFormat format, SigningConfig signing) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    EndpointConfig config =
        EndpointConfig.to("ci", url)
            .transport(Patience.TRANSPORT)
            .format(format)
            .signing(signing)
            .build();
    Endpoint endpoint =
        new EndpointFactory(
                "test/1", aSecondLaterEachTime(), Ticker.systemTicker(), () -> 0.5, TestPing::event)
            .create(config, log);
    endpoints.add(endpoint);
    endpoint.start();
    return endpoint;
  }

  /** From a minute ago on: the library takes its own time, and five minutes either way. */
  private InstantSource aSecondLaterEachTime() {
    Instant now = InstantSource.system().instant();
    return () -> now.minusSeconds(secondsAgo.getAndDecrement());
  }

  private void deliver(Endpoint endpoint, Event event) {
    log.append(EventKey.of(event), codec.encode(event));
    endpoint.wake();
    await().atMost(DEADLINE).until(() -> endpoint.stats().answers().getSuccesses() == 1);
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      received.add(
          new Received(body, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true)));
      Integer answer = answers.poll();
      exchange.sendResponseHeaders(answer == null ? 200 : answer, -1);
    }
  }
}
