package dev.registrynotifications.endpoint.http;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Ticker;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.TlsConfig;
import dev.registrynotifications.config.TlsConfig.Identity;
import dev.registrynotifications.config.TransportConfig;
import dev.registrynotifications.endpoint.RecordedLog;
import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.http.TestCertificates.CertificateAuthority;
import dev.registrynotifications.endpoint.http.TestCertificates.IssuedCertificate;
import dev.registrynotifications.endpoint.send.SenderFactory;
import dev.registrynotifications.metrics.Answers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TlsTest {

  private static final DeliveryResult DELIVERED = new DeliveryResult.Answered(200);
  private static final Delivery ENVELOPE = new Delivery("1", new byte[] {'{', '}'}, Map.of());
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String NO_AUTHORITY =
      "its certificate isn't trusted: it leads to no authority that is trusted here";

  private final CertificateAuthority ours = CertificateAuthority.named("ours");
  private final CertificateAuthority others = CertificateAuthority.named("others");
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<HttpsServer> servers = new ConcurrentLinkedQueue<>();
  private final Queue<String> clients = new ConcurrentLinkedQueue<>();

  @AfterEach
  void stopServers() {
    servers.forEach(server -> server.stop(0));
    threads.shutdownNow();
  }

  @Test
  void sendsToAServerOfATrustedAuthority() throws Exception {
    URI url = serve(ours.issue("localhost"));

    assertThat(send(url, trusting(ours))).isEqualTo(DELIVERED);
  }

  @Test
  void takesAnyOfSeveralAuthorities() throws Exception {
    URI url = serve(ours.issue("localhost"));

    assertThat(send(url, trusting(others, ours))).isEqualTo(DELIVERED);
  }

  @ParameterizedTest
  @EnumSource
  void fitsAClientOfEitherVersionOfHttp(HttpClient.Version version) throws Exception {
    URI url = serve(ours.issue("localhost"));

    int status =
        client(trusting(ours), version).send(get(url), BodyHandlers.discarding()).statusCode();

    assertThat(status).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void protectsAClientOfEitherVersionOfHttp(HttpClient.Version version) throws Exception {
    URI wrongAuthority = serve(others.issue("localhost"));
    URI wrongHost = serve(ours.issue("example.com"));
    HttpClient client = client(trusting(ours), version);

    assertThatThrownBy(() -> client.send(get(wrongAuthority), BodyHandlers.discarding()))
        .isInstanceOf(SSLHandshakeException.class);
    assertThatThrownBy(() -> client.send(get(wrongHost), BodyHandlers.discarding()))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void refusesAServerOfAnotherAuthority() throws Exception {
    URI url = serve(others.issue("localhost"));

    assertThat(send(url, trusting(ours))).hasToString(NO_AUTHORITY);
  }

  @Test
  void refusesAnAuthorityOfTheSameNameWithAnotherKey() throws Exception {
    URI url = serve(CertificateAuthority.named("ours").issue("localhost"));

    assertThat(send(url, trusting(ours))).asString().startsWith("its certificate isn't trusted: ");
  }

  @Test
  void trustsWhatTheJvmTrustsByDefault() throws Exception {
    URI url = serve(ours.issue("localhost"));

    assertThat(send(url, TlsConfig.DEFAULT)).hasToString(NO_AUTHORITY);
    assertThat(Tls.of("ci", TlsConfig.DEFAULT).context()).isSameAs(SSLContext.getDefault());
  }

  @Test
  void refusesAnExpiredCertificate() throws Exception {
    Instant now = Instant.now();
    URI url = serve(ours.issue("localhost", now.minus(2, DAYS), now.minus(1, DAYS)));

    assertThat(send(url, trusting(ours)))
        .asString()
        .startsWith("its certificate isn't trusted: it has expired; NotAfter: ");
  }

  @Test
  void refusesACertificateOfAnotherHost() throws Exception {
    URI url = serve(ours.issue("example.com"));

    assertThat(send(url, trusting(ours)))
        .hasToString(
            "its certificate isn't trusted: No subject alternative DNS name matching localhost found.");
  }

  @Test
  void refusesACertificateThatDoesNotNameTheAddress() throws Exception {
    URI url =
        URI.create(serve(ours.issue("localhost")).toString().replace("localhost", "127.0.0.1"));

    assertThat(send(url, trusting(ours)))
        .asString()
        .startsWith("its certificate isn't trusted: ")
        .contains("127.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({"TLSv1.2, EC", "TLSv1.3, EC", "TLSv1.2, RSA", "TLSv1.3, RSA", "TLSv1.3, Ed25519"})
  void showsItsCertificateToAServerThatDemandsOne(String protocol, String algorithm)
      throws Exception {
    URI url = serveClientsOf(others, protocol);
    IssuedCertificate client = others.issue("registry", keys(algorithm));

    assertThat(send(url, trusting(ours, client))).isEqualTo(DELIVERED);
    assertThat(clients).containsExactly("CN=registry");
  }

  @Test
  void showsItsCertificateToAServerThatTheJvmOrAnybodyTrusts() throws Exception {
    URI url = serveClientsOf(others, "TLSv1.3");
    IssuedCertificate client = others.issue("registry");
    TlsConfig config = trusting(ours, client);

    DeliveryResult result =
        send(url, new TlsConfig(List.of(), config.identity(), config.minimumVersion(), true));

    assertThat(result).isEqualTo(DELIVERED);
    assertThat(
            send(url, new TlsConfig(List.of(), config.identity(), config.minimumVersion(), false)))
        .hasToString(NO_AUTHORITY);
  }

  @Test
  void sendsAChainThatLeadsNowhereAsItIs() throws Exception {
    URI url = serveClientsOf(others, "TLSv1.3");
    IssuedCertificate client = others.issue("registry");
    List<X509Certificate> chain = List.of(client.chain().get(0), ours.certificate());
    IssuedCertificate odd = new IssuedCertificate(chain, client.key());

    assertThat(send(url, trusting(ours, odd))).isEqualTo(DELIVERED);
  }

  @ParameterizedTest
  @CsvSource({"TLSv1.2", "TLSv1.3"})
  void deliversNothingToAServerThatDemandsACertificateInVain(String protocol) throws Exception {
    URI url = serveClientsOf(others, protocol);

    // What people read depends on whether the server's alert or its end comes first.
    assertThat(send(url, trusting(ours))).isInstanceOf(DeliveryResult.Failed.class);
    assertThat(clients).isEmpty();
  }

  @Test
  void refusesAnOlderVersionThanItsMinimum() throws Exception {
    URI url = serve(ours.issue("localhost").serverContext(), parameters("TLSv1.2"));
    TlsConfig.Version minimum = TlsConfig.Version.TLS_1_3;

    DeliveryResult result =
        send(url, new TlsConfig(List.of(ours.certificate()), Optional.empty(), minimum, false));

    assertThat(result).asString().startsWith("it can't be spoken to by TLS: ");
    assertThat(send(url, trusting(ours))).isEqualTo(DELIVERED);
  }

  @Test
  void takesAnybodyForTheOneEndpointThatAsksForIt() throws Exception {
    Instant now = Instant.now();
    URI url = serve(others.issue("example.com", now.minus(2, DAYS), now.minus(1, DAYS)));
    TlsConfig anybody =
        new TlsConfig(
            List.of(ours.certificate()), Optional.empty(), TlsConfig.Version.TLS_1_2, true);

    assertThat(send(url, anybody)).isEqualTo(DELIVERED);
    assertThat(send(url, trusting(ours)).isDelivered()).isFalse();
    assertThat(send(url, TlsConfig.DEFAULT).isDelivered()).isFalse();
  }

  @Test
  void warnsOfAnEndpointThatTakesAnybody() {
    try (RecordedLog log = RecordedLog.of(Tls.class)) {

      Tls.of("ci", new TlsConfig(List.of(), Optional.empty(), TlsConfig.Version.TLS_1_2, true));
      Tls.of("careful", trusting(ours));

      assertThat(log.lines())
          .containsExactly(
              "WARNING Endpoint ci takes anybody for its receiver: tls.skipVerify is on");
    }
  }

  @Test
  void showsNoKeyInItsText() {
    IssuedCertificate client = ours.issue("registry");

    assertThat(trusting(ours, client).identity()).hasToString("Optional[identity of CN=registry]");
  }

  private static TlsConfig trusting(CertificateAuthority... authorities) {
    List<X509Certificate> certificates =
        List.of(authorities).stream().map(CertificateAuthority::certificate).toList();
    return new TlsConfig(certificates, Optional.empty(), TlsConfig.Version.TLS_1_2, false);
  }

  private static TlsConfig trusting(CertificateAuthority authority, IssuedCertificate client) {
    return new TlsConfig(
        List.of(authority.certificate()),
        Optional.of(new Identity(client.chain(), client.key())),
        TlsConfig.Version.TLS_1_2,
        false);
  }

  private static DeliveryResult send(URI url, TlsConfig tls) throws InterruptedException {
    TransportConfig byDefault = TransportConfig.DEFAULT;
    EndpointConfig config =
        EndpointConfig.to("ci", url)
            .transport(new TransportConfig(TIMEOUT, tls, byDefault.proxy(), byDefault.safety()))
            .build();
    return new SenderFactory("test/1", InstantSource.system(), Ticker.systemTicker())
        .create(config, new Answers())
        .send(ENVELOPE);
  }

  private static HttpClient client(TlsConfig config, HttpClient.Version version) {
    Tls tls = Tls.of("ci", config);
    return HttpClient.newBuilder()
        .version(version)
        .connectTimeout(TIMEOUT)
        .sslContext(tls.context())
        .sslParameters(tls.parameters())
        .build();
  }

  private static HttpRequest get(URI url) {
    return HttpRequest.newBuilder(url).timeout(TIMEOUT).build();
  }

  private static KeyPair keys(String algorithm) throws GeneralSecurityException {
    return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
  }

  private URI serve(IssuedCertificate certificate) throws IOException {
    return serve(certificate.serverContext(), parameters("TLSv1.3", "TLSv1.2"));
  }

  private URI serveClientsOf(CertificateAuthority authority, String protocol) throws IOException {
    SSLParameters parameters = parameters(protocol);
    parameters.setNeedClientAuth(true);
    return serve(ours.issue("localhost").serverContext(authority), parameters);
  }

  private static SSLParameters parameters(String... protocols) {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(protocols);
    return parameters;
  }

  private URI serve(SSLContext context, SSLParameters parameters) throws IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    servers.add(server);
    server.setExecutor(threads);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters connection) {
            connection.setSSLParameters(parameters);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            note(((HttpsExchange) exchange).getSSLSession());
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
          }
        });
    server.start();
    return URI.create("https://localhost:" + server.getAddress().getPort() + "/");
  }

  private void note(SSLSession session) {
    try {
      clients.add(session.getPeerPrincipal().getName());
    } catch (SSLPeerUnverifiedException e) {
      // A client that shows no certificate is none to note.
    }
  }
}
