package dev.registrynotifications.endpoint.send;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import com.google.common.net.InetAddresses;
import com.sun.net.httpserver.Headers;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.EndpointConfigBuilder;
import dev.registrynotifications.config.Glob;
import dev.registrynotifications.config.TransportConfig;
import dev.registrynotifications.config.TransportConfig.Safety;
import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Answered;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Failed;
import dev.registrynotifications.endpoint.attempt.Sender;
import dev.registrynotifications.endpoint.http.Receiver;
import dev.registrynotifications.metrics.EndpointStats;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderFactoryTest {

  private static final Delivery ENVELOPE =
      new Delivery(
          "1", "{\"events\": []}".getBytes(UTF_8), Map.of(Delivery.SEQUENCE_HEADER, "log; 5-5"));
  private static final Map<String, List<String>> SECRETS =
      Map.of("Authorization", List.of("Bearer s3cr3t"), "X-Token", List.of("t0k3n"));
  private static final Safety ANYWHERE = Safety.ANYWHERE;

  private final EndpointStats stats = new EndpointStats();
  private Receiver home;
  private Receiver elsewhere;

  @BeforeEach
  void startReceivers() throws IOException {
    home = Receiver.start();
    elsewhere = Receiver.start();
  }

  @AfterEach
  void stopReceivers() {
    home.close();
    elsewhere.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void postsTheSameAgainToWhereItIsRedirected(int status) throws InterruptedException {
    home.redirect("/old", status, "/new?x=1");

    DeliveryResult result = sender(home.uri("/old"), ANYWHERE).send(ENVELOPE);

    assertThat(result).isEqualTo(new Answered(200));
    assertThat(home.lines()).containsExactly("POST /old", "POST /new?x=1");
    assertThat(home.requests().get(1).body()).isEqualTo("{\"events\": []}");
    assertThat(home.requests().get(1).headers()).isEqualTo(home.requests().get(0).headers());
    assertThat(home.requests().get(1).headers())
        .containsEntry("Authorization", List.of("Bearer s3cr3t"))
        .containsEntry("Registry-notifications-sequence", List.of("log; 5-5"));
  }

  @Test
  void countsARedirectedAttemptOnceByItsLastAnswer() throws InterruptedException {
    home.redirect("/old", 307, "/new");
    home.redirect("/older", 307, "/old");
    home.answer("/new", 500);

    sender(home.uri("/older"), ANYWHERE).send(ENVELOPE);

    assertThat(stats.answers().getStatuses()).isEqualTo(Map.of("500 Internal Server Error", 1L));
    assertThat(stats.answers().getFailures()).isEqualTo(1);
    assertThat(stats.answers().getErrors()).isZero();
  }

  @Test
  void tellsAnotherOriginNothingButTheDelivery() throws InterruptedException {
    home.redirect("/hook", 308, elsewhere.url("/hook"));

    DeliveryResult result = sender(home.uri("/hook"), ANYWHERE).send(ENVELOPE);

    assertThat(result).isEqualTo(new Answered(200));
    Headers headers = elsewhere.requests().get(0).headers();
    assertThat(headers.keySet())
        .containsExactlyInAnyOrder(
            "Content-type",
            "User-agent",
            "Registry-notifications-sequence",
            "Content-length",
            "Host");
    assertThat(headers.getFirst("User-agent")).isEqualTo("test/1");
  }

  @Test
  void keepsUserInformationFromAnotherOrigin() throws InterruptedException {
    URI url = URI.create("http://user:password@127.0.0.1:" + home.port() + "/hook");
    home.redirect("/hook", 308, "http://x:y@127.0.0.1:" + elsewhere.port() + "/hook");

    sender(EndpointConfig.to("ci", url), ANYWHERE).send(ENVELOPE);

    assertThat(home.requests().get(0).headers()).containsKey("Authorization");
    assertThat(elsewhere.requests().get(0).headers()).doesNotContainKey("Authorization");
  }

  @Test
  void takesAnotherNameOfTheSameMachineForAnotherOrigin() throws InterruptedException {
    home.redirect("/hook", 308, "http://localhost:" + home.port() + "/new");

    sender(home.uri("/hook"), ANYWHERE).send(ENVELOPE);

    assertThat(home.requests().get(1).headers()).doesNotContainKey("Authorization");
  }

  @Test
  void staysAStrangerWhenItIsSentBackHome() throws InterruptedException {
    home.redirect("/hook", 308, elsewhere.url("/hook"));
    elsewhere.redirect("/hook", 308, home.url("/back"));

    sender(home.uri("/hook"), ANYWHERE).send(ENVELOPE);

    assertThat(home.lines()).containsExactly("POST /hook", "POST /back");
    assertThat(home.requests().get(1).headers()).doesNotContainKeys("Authorization", "X-token");
  }

  @Test
  void leavesALoop() throws InterruptedException {
    home.redirect("/a", 302, "/b?token=secret");
    home.redirect("/b", 302, "/a?token=secret");

    DeliveryResult result = sender(home.uri("/a?token=secret"), ANYWHERE).send(ENVELOPE);

    String where = "which leads to " + home.url("") + " and so round in a circle";
    assertThat(result).isEqualTo(new Failed("it answered 302, " + where));
    assertThat(stats.answers().getErrors()).isEqualTo(1);
  }

  @Test
  void doesNotFollowARedirectToALoginPage() throws InterruptedException {
    home.redirect("/hook", 303, "/login");

    DeliveryResult result = sender(home.uri("/hook"), ANYWHERE).send(ENVELOPE);

    assertThat(result).isEqualTo(new Answered(303));
    assertThat(home.lines()).containsExactly("POST /hook");
    assertThat(stats.answers().getFailures()).isEqualTo(1);
  }

  @Test
  void followsNoRedirectToAPrivateAddress() throws InterruptedException {
    home.redirect("/hook", 307, "http://localhost:" + elsewhere.port() + "/secrets");

    DeliveryResult result =
        sender(home.uri("/hook"), new Safety(false, List.of(), true)).send(ENVELOPE);

    assertThat(result)
        .isEqualTo(
            new Failed(
                "redirected to http://localhost:%d: its address 10.0.0.1 is private, which"
                        .formatted(elsewhere.port())
                    + " private: deny refuses"));
    assertThat(elsewhere.requests()).isEmpty();
    assertThat(stats.answers().getErrors()).isEqualTo(1);
  }

  @Test
  void followsNoRedirectToAHostThatIsNotAllowed() throws InterruptedException {
    home.redirect("/hook", 307, "http://localhost:" + elsewhere.port() + "/hook");

    DeliveryResult result =
        sender(home.uri("/hook"), new Safety(false, List.of(Glob.parse("127.*")), false))
            .send(ENVELOPE);

    assertThat(result).asString().endsWith("its host localhost is none of the allowedHosts");
    assertThat(elsewhere.requests()).isEmpty();
  }

  @Test
  void sendsNothingOverHttpWhereHttpsIsRequired() throws InterruptedException {
    DeliveryResult result =
        sender(home.uri("/hook"), new Safety(true, List.of(), false)).send(ENVELOPE);

    assertThat(result).isEqualTo(new Failed("it is http, which requireHttps refuses"));
    assertThat(home.requests()).isEmpty();
  }

  @Test
  void resolvesTheHostBeforeEachAttempt() throws InterruptedException {
    List<String> addresses = new ArrayList<>(List.of("192.0.2.1", "169.254.169.254"));
    SenderFactory factory =
        new SenderFactory(
            "test/1",
            InstantSource.system(),
            Ticker.systemTicker(),
            host -> new InetAddress[] {InetAddresses.forString(addresses.remove(0))});
    Sender sender =
        factory.create(
            config(EndpointConfig.to("ci", home.uri("/")), new Safety(false, List.of(), true)),
            stats.answers());

    DeliveryResult first = sender.send(ENVELOPE);
    DeliveryResult second = sender.send(ENVELOPE);

    assertThat(first).isEqualTo(new Answered(200));
    assertThat(second).asString().startsWith("its address 169.254.169.254 is link-local");
  }

  @Test
  void isForSeveralThreadsAtOnce() throws Exception {
    home.redirect("/old", 307, "/new");
    Sender sender = sender(home.uri("/old"), ANYWHERE);
    ExecutorService threads = Executors.newFixedThreadPool(4);

    List<Callable<DeliveryResult>> attempts =
        IntStream.range(0, 100).mapToObj(i -> attempt(sender, Integer.toString(i))).toList();
    List<Future<DeliveryResult>> results;
    try {
      results = threads.invokeAll(attempts, DEADLINE.toSeconds(), TimeUnit.SECONDS);
    } finally {
      threads.shutdownNow();
    }

    for (Future<DeliveryResult> result : results) {
      assertThat(result.get()).isEqualTo(new Answered(200));
    }
    assertThat(home.requests())
        .hasSize(200)
        .allSatisfy(r -> assertThat(r.headers().getFirst("X-Number")).isEqualTo(r.body()));
    assertThat(stats.answers().getSuccesses()).isEqualTo(100);
  }

  private static Callable<DeliveryResult> attempt(Sender sender, String number) {
    Delivery delivery = new Delivery(number, number.getBytes(UTF_8), Map.of("X-Number", number));
    return () -> sender.send(delivery);
  }

  private Sender sender(URI url, Safety safety) {
    return sender(EndpointConfig.to("ci", url).headers(SECRETS), safety);
  }

  private Sender sender(EndpointConfigBuilder endpoint, Safety safety) {
    return new SenderFactory(
            "test/1", InstantSource.system(), Ticker.systemTicker(), SenderFactoryTest::resolve)
        .create(config(endpoint, safety), stats.answers());
  }

  /** A receiver's literal address counts as public here, the machine's name doesn't. */
  private static InetAddress[] resolve(String host) {
    String address = host.equals("127.0.0.1") ? "192.0.2.1" : "10.0.0.1";
    return new InetAddress[] {InetAddresses.forString(address)};
  }

  private static EndpointConfig config(EndpointConfigBuilder endpoint, Safety safety) {
    TransportConfig byDefault = TransportConfig.DEFAULT;
    return endpoint
        .transport(
            new TransportConfig(Duration.ofSeconds(30), byDefault.tls(), byDefault.proxy(), safety))
        .build();
  }
}
