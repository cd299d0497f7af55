package dev.registrynotifications.reload;

import static dev.registrynotifications.Patience.DEADLINE;
import static dev.registrynotifications.reload.ChangingFile.lookUntilAtRest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.registrynotifications.endpoint.RecordedLog;
import dev.registrynotifications.endpoint.http.TestCertificates.CertificateAuthority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a configuration names are watched like itself. */
class RenewedFilesTest {

  @TempDir private Path directory;
  @AutoClose private final Receivers receivers = new Receivers();
  private ChangingFile file;

  @BeforeEach
  void chooseFile() {
    file = new ChangingFile(directory.resolve("config.yml"), receivers);
  }

  @Test
  void picksUpASecretFileThatIsRenewed() throws IOException {
    Path token = Files.writeString(directory.resolve("token"), "old");
    file.write("", file.endpoint("ci", "timeout: 60s, headers: {X-Setting: [\"${file:token}\"]}"));
    try (Node node = file.start();
        RecordedLog log = RecordedLog.of(Reloader.class)) {
      Reloader reloader = file.reloader(node);
      lookUntilAtRest(reloader);
      node.push("one");
      receivers.awaitCount("ci", 1);

      Files.writeString(token, "renewed");
      lookUntilAtRest(reloader);
      node.push("two");

      receivers.awaitCount("ci", 2);
      assertThat(receivers.of("ci").settings()).containsExactlyInAnyOrder("old", "renewed");
      assertThat(log.lines())
          .singleElement()
          .asString()
          .startsWith("INFO Endpoint ci has changed (headers); ")
          .doesNotContain("renewed");
    }
  }

  @Test
  void picksUpACertificateFileThatIsRenewed() throws Exception {
    CertificateAuthority ours = CertificateAuthority.named("ours");
    Path trusted = CertificateAuthority.named("others").writeTo(directory.resolve("ca.pem"));
    AtomicInteger taken = new AtomicInteger();
    HttpsServer server = serve(ours, taken);
    try {
      String url = "https://localhost:" + server.getAddress().getPort() + "/";
      file.write(
          "",
          "{name: ci, url: \"%s\", timeout: 60s, backoff: 10ms, maxBackoff: 10ms, tls: {ca: ca.pem}}"
              .formatted(url));
      try (Node node = file.start();
          RecordedLog log = RecordedLog.of(Reloader.class)) {
        Reloader reloader = file.reloader(node);
        lookUntilAtRest(reloader);
        node.push("one");
        await().atMost(DEADLINE).until(node.bean("ci")::getErrors, errors -> errors > 0);

        ours.writeTo(trusted);
        lookUntilAtRest(reloader);

        await().atMost(DEADLINE).until(taken::get, count -> count >= 1);
        assertThat(log.lines())
            .singleElement()
            .asString()
            .startsWith("INFO Endpoint ci has changed (tls); ");
      }
    } finally {
      server.stop(0);
    }
  }

  private static HttpsServer serve(CertificateAuthority authority, AtomicInteger taken)
      throws IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(authority.issue("localhost").serverContext()));
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] unused = exchange.getRequestBody().readAllBytes();
            taken.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
          }
        });
    server.start();
    return server;
  }
}
