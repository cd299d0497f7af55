package dev.registrynotifications.journal;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.management.EndpointMXBean;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A registry with the plugin, to be started again and again on one journal. */
final class Site {

  private final Installation installation;

  private Site(Installation installation) {
    this.installation = installation;
  }

  /** Puts the plugin into an empty directory. */
  static Site in(Path work) throws IOException {
    return new Site(Installation.in(work, ""));
  }

  /**
   * Writes the configuration that the next start reads.
   *
   * @param journal the keys of the journal, as in {@code maxBytes: 1MiB}
   * @param endpoints see {@link #endpoint}
   */
  void configure(String journal, String... endpoints) throws IOException {
    Files.writeString(
        installation.configuration(),
        """
        notifications:
          enabled: true
          journal: {%s}
          endpoints: [%s]
        """
            .formatted(journal, String.join(", ", endpoints)));
  }

  /** An endpoint that even a slow machine answers in time, with more keys, if there are any. */
  static String endpoint(String name, String url, String... keys) {
    return """
        {name: "%s", url: "%s", timeout: 60s, threshold: 1, backoff: 100ms, maxBackoff: 100ms, %s}"""
        .formatted(name.replace("\\", "\\\\").replace("\"", "\\\""), url, String.join(", ", keys));
  }

  /** Starts it, with its images in memory, on a JVM that doesn't put much into a short life. */
  HostProcess start() throws IOException, InterruptedException {
    return installation.host().withJvm("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC").start();
  }

  /** Where the journal is, unless the configuration says otherwise. */
  Path journal() {
    return installation.configuration().resolveSibling("data").resolve("notifications");
  }

  static RemoteBeans beansOf(HostProcess host) {
    return RemoteBeans.of(ProcessHandle.of(host.pid()).orElseThrow());
  }

  /**
   * Waits until all is delivered, and written down: a request isn't under way any more only then.
   */
  static void awaitSettled(EndpointMXBean endpoint) {
    await().atMost(DEADLINE).until(() -> endpoint.getPending() == 0 && endpoint.getInFlight() == 0);
  }

  /** What it has logged as an error so far, or told as a problem of the plugin. */
  static List<String> troublesOf(HostProcess host) {
    return host.output().stream()
        .filter(line -> line.contains(" SEVERE ") || line.startsWith("plugin problem"))
        .toList();
  }
}
