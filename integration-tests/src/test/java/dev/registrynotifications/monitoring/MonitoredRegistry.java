package dev.registrynotifications.monitoring;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.Ports;
import dev.registrynotifications.cases.Content;
import dev.registrynotifications.cases.RegistryClient;
import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostLauncher;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;

/** A registry with the plugin and, in the same JVM, the exporter that shows its metrics. */
final class MonitoredRegistry implements AutoCloseable {

  /** What each secret in the configuration has in it. */
  static final String SECRET = "marked-secret";

  private static final int ATTEMPTS = 5;

  private final HostProcess host;
  private final Exporter exporter;
  private int pushed;

  private MonitoredRegistry(HostProcess host, Exporter exporter) {
    this.host = host;
    this.exporter = exporter;
  }

  /**
   * Starts it with these endpoints. The agent can't be told to take any free port: if the one that
   * was free a moment ago isn't any more, it is tried again with another.
   *
   * @param work an empty directory
   * @param endpoints see {@link #endpoint}
   */
  static MonitoredRegistry start(Path work, String... endpoints)
      throws IOException, InterruptedException {
    HostLauncher launcher =
        Installation.in(work, configuration(endpoints))
            .host()
            .withJvm("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    for (int attempt = 1; ; attempt++) {
      Exporter exporter = new Exporter(Ports.free());
      try {
        return new MonitoredRegistry(launcher.withJvm(exporter.jvmOption()).start(), exporter);
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** An endpoint with secrets, that is left alone for a moment after each failure. */
  static String endpoint(String name, CountingReceiver receiver) {
    return """
        {name: "%s", url: "%s?token=%s", headers: {Authorization: ["Bearer %s"]}, \
        secrets: [%s-that-signs-requests], \
        timeout: 60s, threshold: 1, backoff: 100ms, maxBackoff: 100ms}"""
        .formatted(
            name.replace("\\", "\\\\").replace("\"", "\\\""),
            receiver.uri(),
            SECRET,
            SECRET,
            SECRET);
  }

  /** Pushes so many blobs that it hasn't got yet, each of which is an event. */
  void push(String repository, int blobs) {
    RegistryClient client = new RegistryClient(host.baseUri());
    for (int i = 0; i < blobs; i++) {
      client.pushBlob(repository, Content.blob("blob " + pushed++));
    }
  }

  /** What the exporter shows now. */
  Scrape scrape() throws IOException, InterruptedException {
    return exporter.scrape();
  }

  /** Waits until the exporter shows that, and returns what else it shows. */
  Scrape awaitScrape(Predicate<Scrape> condition) {
    return await().atMost(DEADLINE).until(exporter::scrape, condition);
  }

  /** The plugin's beans; to be closed. */
  RemoteBeans beans() {
    return RemoteBeans.of(ProcessHandle.of(host.pid()).orElseThrow());
  }

  @Override
  public void close() {
    host.close();
  }

  private static String configuration(String... endpoints) {
    return """
        notifications:
          enabled: true
          endpoints:
            - %s
        """
        .formatted(String.join("\n    - ", endpoints));
  }
}
