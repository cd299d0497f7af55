package dev.registrynotifications.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.ContainerConfig;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.JournalConfig;
import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.reload.source.ConfigSource;
import dev.registrynotifications.reload.source.LoadedConfig;
import dev.registrynotifications.reload.watch.FileWatch;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A reload fails where nobody expects it. */
class BrokenReloadTest {

  private static final String WHY =
      "Could not put it into force: java.lang.OutOfMemoryError: as a test wants it";

  private final FlakyLog log = new FlakyLog();

  @Test
  void isShownAndTriedAgain() {
    try (Node node = new Node(log, at("ci"))) {
      NotificationsConfig before = config(at("ci"));
      ConfigSource source = ConfigSource.of(config(at("scanner")));
      Reloader reloader =
          new Reloader(
              new LoadedConfig(before, source, Set.of()),
              FileWatch.ofOperatingSystem(),
              node.endpoints(),
              () -> Instant.EPOCH);
      log.breakDown();
      Reloader.Report broken = reloader.reload();
      String shown = reloader.inForce().problems();

      log.work();
      reloader.look();

      assertThat(broken.problems()).containsExactly(WHY);
      assertThat(broken.lines())
          .containsExactly(
              "Endpoint scanner at http://127.0.0.1:1/ is added; 0 pending",
              "Endpoint ci is removed; 0 pending");
      assertThat(shown).isEqualTo(WHY);
      assertThat(reloader.inForce().problems()).isEmpty();
      assertThat(node.endpoints().names()).containsExactly("scanner");
    }
  }

  private static EndpointConfig at(String name) {
    return EndpointConfig.to(name, URI.create("http://127.0.0.1:1/")).build();
  }

  private static NotificationsConfig config(EndpointConfig endpoint) {
    return new NotificationsConfig(
        true,
        false,
        JournalConfig.inMemory(),
        NotificationsConfig.DEFAULT_SHUTDOWN_TIMEOUT,
        ContainerConfig.DEFAULT,
        List.of(endpoint));
  }
}
