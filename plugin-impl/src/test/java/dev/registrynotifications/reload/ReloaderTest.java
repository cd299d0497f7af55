package dev.registrynotifications.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.endpoint.RecordedLog;
import dev.registrynotifications.endpoint.http.TestCertificates.CertificateAuthority;
import dev.registrynotifications.reload.source.ConfigSource;
import dev.registrynotifications.reload.source.LoadedConfig;
import dev.registrynotifications.reload.watch.FileWatch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real files, at which the test looks by hand. */
class ReloaderTest {

  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final Instant NOW = Instant.parse("2026-11-25T06:00:00Z");

  @TempDir private Path directory;
  private Receivers receivers;
  private Path file;

  @BeforeEach
  void startReceivers() throws IOException {
    receivers = new Receivers();
    file = directory.resolve("config.yml");
  }

  @AfterEach
  void stopReceivers() {
    receivers.close();
  }

  @Test
  void putsAChangedFileIntoForceWhenItIsAtRest() throws IOException {
    write("", endpoint("ci", ""));
    try (Node node = start();
        RecordedLog log = RecordedLog.of(Reloader.class)) {
      Reloader reloader = reloader(node);
      lookUntilAtRest(reloader);
      write("", endpoint("ci", ""), endpoint("scanner", ""));

      reloader.look();
      assertThat(node.endpoints().names()).containsExactly("ci");
      reloader.look();
      lookUntilAtRest(reloader);

      assertThat(node.endpoints().names()).containsExactly("ci", "scanner");
      assertThat(log.lines())
          .containsExactly(
              "INFO Endpoint scanner at " + receivers.url("scanner") + " is added; 0 pending");
      assertThat(reloader.inForce().config().endpoints()).hasSize(2);
      assertThat(reloader.inForce().problems()).isEmpty();
    }
  }

  @Test
  void leavesEverythingAsItIsWhileNothingChanges() throws IOException {
    write("", endpoint("ci", ""));
    try (Node node = start();
        RecordedLog log = RecordedLog.of(Reloader.class)) {
      Reloader reloader = reloader(node);
      InForce before = reloader.inForce();

      lookUntilAtRest(reloader);

      assertThat(reloader.inForce()).isEqualTo(before);
      assertThat(reloader.reload().lines()).isEmpty();
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void changesNothingForAFileWithMistakesAndSaysWhyOnce() throws IOException {
    write("", endpoint("ci", ""));
    try (Node node = start();
        RecordedLog log = RecordedLog.of(Reloader.class)) {
      Reloader reloader = reloader(node);
      lookUntilAtRest(reloader);
      write("", endpoint("ci", "timeout: 500"), endpoint("ci", ""));

      lookUntilAtRest(reloader);
      lookUntilAtRest(reloader);

      assertThat(node.endpoints().names()).containsExactly("ci");
      assertThat(log.lines())
          .singleElement()
          .asString()
          .startsWith("SEVERE The configuration isn't in force as it is now. Could not read")
          .contains("1. ", "timeout", "2. ", "is taken by the endpoint");
      assertThat(reloader.inForce().problems()).contains("1. ", "2. ");
      node.push("one");
      awaitCount("ci", 1);
    }
  }

  @Test
  void saysThatMistakesAreMended() throws IOException {
    write("", endpoint("ci", ""));
    try (Node node = start();
        RecordedLog log = RecordedLog.of(Reloader.class)) {
      Reloader reloader = reloader(node);
      lookUntilAtRest(reloader);
      write("", endpoint("ci", "timeout: 500"));
      lookUntilAtRest(reloader);

      write("", endpoint("ci", ""));
      lookUntilAtRest(reloader);

      assertThat(reloader.inForce().problems()).isEmpty();
      assertThat(log.lines())
          .last()
          .isEqualTo("INFO The configuration can be used again: its mistakes are mended");
    }
  }

  @Test
  void goesOnWithoutAFileThatHasVanished() throws IOException {
    write("", endpoint("ci", ""));
    try (Node node = start();
        RecordedLog log = RecordedLog.of(Reloader.class)) {
      Reloader reloader = reloader(node);
      lookUntilAtRest(reloader);

      Files.delete(file);
      lookUntilAtRest(reloader);

      assertThat(node.endpoints().names()).containsExactly("ci");
      assertThat(log.lines()).singleElement().asString().contains("doesn't exist");
      assertThat(reloader.inForce().problems()).contains(file.toString());
    }
  }

  @Test
  void namesKeysThatCountFromTheNextStartAndAppliesTheRest() throws IOException {
    write("", endpoint("ci", ""));
    try (Node node = start();
        RecordedLog log = RecordedLog.of(Reloader.class)) {
      Reloader reloader = reloader(node);
      lookUntilAtRest(reloader);
      write(
          "  shutdownTimeout: 9s\n  events: {includereferences: true}\n", endpoint("scanner", ""));

      lookUntilAtRest(reloader);
      lookUntilAtRest(reloader);

      String waiting =
          "Changes of these keys count from the next start: notifications.events.includereferences";
      assertThat(log.lines())
          .containsExactly(
              "WARNING " + waiting,
              "INFO Endpoint scanner at " + receivers.url("scanner") + " is added; 0 pending",
              "INFO Endpoint ci is removed; 0 pending",
              "INFO notifications.shutdownTimeout has changed");
      assertThat(reloader.inForce().problems()).isEqualTo(waiting);
      assertThat(reloader.inForce().config().includeReferences()).isFalse();
      assertThat(reloader.inForce().config().shutdownTimeout()).isEqualTo(Duration.ofSeconds(9));
      assertThat(reloader.reload().lines()).isEmpty();
    }
  }

  @Test
  void keepsEndpointsWhenNotificationsAreSwitchedOff() throws IOException {
    write("", endpoint("ci", ""));
    try (Node node = start();
        RecordedLog log = RecordedLog.of(Reloader.class)) {
      Reloader reloader = reloader(node);
      lookUntilAtRest(reloader);
      Files.writeString(file, "notifications: {enabled: false}\n");

      lookUntilAtRest(reloader);

      assertThat(node.endpoints().names()).containsExactly("ci");
      assertThat(log.lines())
          .containsExactly(
              "WARNING Changes of these keys count from the next start: notifications.enabled");
    }
  }

  @Test
  void picksUpASecretFileThatIsRenewed() throws IOException {
    Path token = Files.writeString(directory.resolve("token"), "old");
    write("", endpoint("ci", "headers: {X-Setting: [\"${file:token}\"]}"));
    try (Node node = start();
        RecordedLog log = RecordedLog.of(Reloader.class)) {
      Reloader reloader = reloader(node);
      lookUntilAtRest(reloader);
      node.push("one");
      awaitCount("ci", 1);

      Files.writeString(token, "renewed");
      lookUntilAtRest(reloader);
      node.push("two");

      awaitCount("ci", 2);
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
      write(
          "",
          "{name: ci, url: \"%s\", backoff: 10ms, maxBackoff: 10ms, tls: {ca: ca.pem}}"
              .formatted(url));
      try (Node node = start();
          RecordedLog log = RecordedLog.of(Reloader.class)) {
        Reloader reloader = reloader(node);
        lookUntilAtRest(reloader);
        node.push("one");
        await().atMost(DEADLINE).until(node.bean("ci")::getErrors, errors -> errors > 0);

        ours.writeTo(trusted);
        lookUntilAtRest(reloader);

        await().atMost(DEADLINE).until(taken::get, count -> count == 1);
        assertThat(log.lines()).containsExactly("INFO Endpoint ci has changed (tls); 1 pending");
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

  @Test
  void readsAtOnceWhenItIsAskedTo() throws IOException {
    write("", endpoint("ci", ""));
    try (Node node = start()) {
      Reloader reloader = reloader(node);
      write("", endpoint("scanner", ""));

      List<String> lines = reloader.reload().lines();

      assertThat(lines)
          .containsExactly(
              "Endpoint scanner at " + receivers.url("scanner") + " is added; 0 pending",
              "Endpoint ci is removed; 0 pending");
      assertThat(reloader.reload().lines()).isEmpty();
      assertThat(reloader.inForce().time()).isEqualTo(NOW);
    }
  }

  private void write(String settings, String... endpoints) throws IOException {
    String entries = "    - " + String.join("\n    - ", endpoints) + "\n";
    Files.writeString(
        file,
        "notifications:\n  enabled: true\n  journal: {type: memory}\n"
            + settings
            + "  endpoints:\n"
            + entries);
  }

  private String endpoint(String name, String settings) {
    return "{name: %s, url: \"%s\", %s}".formatted(name, receivers.url(name), settings);
  }

  private Node start() {
    return Node.inMemory(loaded().config().endpoints().toArray(EndpointConfig[]::new));
  }

  private LoadedConfig loaded() {
    return LoadedConfig.from(ConfigSource.ofProcess(Optional.of(file)));
  }

  private Reloader reloader(Node node) {
    return new Reloader(loaded(), FileWatch.ofOperatingSystem(), node.endpoints(), () -> NOW);
  }

  /** As often as it takes also if a file is named that nobody has looked at before. */
  private static void lookUntilAtRest(Reloader reloader) {
    for (int i = 0; i < 5; i++) {
      reloader.look();
    }
  }

  private void awaitCount(String name, int count) {
    await().atMost(DEADLINE).until(receivers.of(name)::count, arrived -> arrived >= count);
  }
}
