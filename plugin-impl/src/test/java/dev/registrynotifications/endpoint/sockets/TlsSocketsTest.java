package dev.registrynotifications.endpoint.sockets;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.EndpointConfigBuilder;
import dev.registrynotifications.config.TlsConfig;
import dev.registrynotifications.endpoint.http.TestCertificates.CertificateAuthority;
import dev.registrynotifications.endpoint.http.TestCertificates.IssuedCertificate;
import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Servers that can't be trusted, or don't trust us, until somebody mends that. */
class TlsSocketsTest {

  @RegisterExtension static final Bench BENCH = new Bench();

  private static final CertificateAuthority OURS = CertificateAuthority.named("ours");
  private static final CertificateAuthority OTHERS = CertificateAuthority.named("others");

  @Test
  void deliversWhenAnExpiredCertificateIsRenewed() throws IOException {
    Instant now = InstantSource.system().instant();

    assertDeliversOnceRenewed(OURS.issue("localhost", now.minus(2, DAYS), now.minus(1, DAYS)));
  }

  @Test
  void deliversWhenTheCertificateOfAnotherHostIsReplaced() throws IOException {
    assertDeliversOnceRenewed(OURS.issue("example.com"));
  }

  @Test
  void deliversWhenTheCertificateOfAnotherAuthorityIsReplaced() throws IOException {
    assertDeliversOnceRenewed(OTHERS.issue("localhost"));
  }

  private static void assertDeliversOnceRenewed(IssuedCertificate bad) throws IOException {
    SSLContext before = bad.serverContext();
    SSLContext after = OURS.issue("localhost").serverContext();
    FaultyServer server =
        BENCH.add(
            FaultyServer.startEncrypted(
                (plain, number) -> tls(plain, number <= 2 ? before : after), Script.taking()));
    Trial trial = BENCH.start(trustingUs(server));

    trial.append("a", "1");
    trial.append("b", "2");
    trial.awaitNothingPending();

    assertThat(server.events()).containsExactlyInAnyOrder("1", "2");
    assertThat(server.connections()).isEqualTo(3);
    assertThat(trial.counts())
        .isEqualTo("2 successes, 0 failures, 2 errors, {200 OK=2}, 0 pending, 0 dead");
  }

  /**
   * The first sign of the refusal comes after the request was sent, so an attempt is made twice.
   */
  @Test
  void keepsWhatIsForAServerThatDemandsACertificateInVain() throws IOException {
    SSLContext context = OURS.issue("localhost").serverContext(OTHERS);
    FaultyServer server =
        BENCH.add(
            FaultyServer.startEncrypted(
                (plain, number) -> demandingTls(plain, context), Script.taking()));
    Trial trial = BENCH.start(trustingUs(server));

    trial.append("a", "1");
    trial.await(stats -> stats.answers().getErrors() >= 2);
    trial.stop();

    assertThat(server.events()).isEmpty();
    assertThat(server.connections()).isGreaterThanOrEqualTo(2);
    assertThat(trial.left()).containsExactly("1");
    assertThat(trial.counts())
        .matches("0 successes, 0 failures, \\d+ errors, \\{}, 1 pending, 0 dead");
  }

  private static EndpointConfigBuilder trustingUs(FaultyServer server) {
    TlsConfig tls =
        new TlsConfig(
            List.of(OURS.certificate()), Optional.empty(), TlsConfig.Version.TLS_1_2, false);
    return Settings.patient(server.encryptedUri())
        .transport(Settings.transport(Settings.PATIENCE, tls));
  }

  private static SSLSocket demandingTls(Socket plain, SSLContext context) throws IOException {
    SSLSocket socket = tls(plain, context);
    socket.setNeedClientAuth(true);
    return socket;
  }

  /** Leaves the socket below open, so that the end of the connection can be awaited there. */
  private static SSLSocket tls(Socket plain, SSLContext context) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(plain, "localhost", plain.getPort(), false);
    socket.setUseClientMode(false);
    return socket;
  }
}
