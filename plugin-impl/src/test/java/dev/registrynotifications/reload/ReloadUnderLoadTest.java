package dev.registrynotifications.reload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.EndpointConfigBuilder;
import dev.registrynotifications.config.SigningConfig;
import dev.registrynotifications.config.SigningConfig.Secret;
import dev.registrynotifications.config.TransportConfig;
import dev.registrynotifications.config.TransportConfig.Safety;
import dev.registrynotifications.journal.file.FileEventLog;
import dev.registrynotifications.journal.file.FileLogSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Endpoints are changed, removed and added while events come without pause: each event arrives,
 * none twice, and those of a repository in order.
 */
class ReloadUnderLoadTest {

  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final int CHANGES = 36;
  private static final int CHANGES_PER_REMOVAL = 9;

  @TempDir private Path directory;

  @Test
  void losesAndRepeatsNothing() throws Exception {
    try (Receivers receivers = new Receivers();
        Node node = new Node(journal(), configs(receivers, 0).toArray(EndpointConfig[]::new));
        Writers writers = new Writers(node)) {
      receivers.of("steady").tell(id -> writers.arrived());
      writers.start();

      for (int step = 1; step <= CHANGES; step++) {
        awaitMore(receivers.of("changing"), 20);
        // Whoever is waited for too short a time, on a busy machine, has its request sent again.
        Applied applied = node.endpoints().apply(configs(receivers, step), DEADLINE);
        assertThat(applied.problems()).isEmpty();
        assertThat(applied.lines()).isNotEmpty();
      }

      Map<String, List<String>> written = writers.end();
      for (String name : List.of("steady", "changing", "coming-and-going")) {
        Arrivals arrivals = receivers.of(name);
        int all = written.values().stream().mapToInt(Collection::size).sum();
        await().atMost(DEADLINE).until(arrivals::count, count -> count >= all);
        assertNothingLostOrRepeated(arrivals.ids(), written);
        await().atMost(DEADLINE).until(node.bean(name)::getPending, pending -> pending == 0);
      }
      assertThat(receivers.of("changing").paths()).hasSize(2);
      assertThat(receivers.of("changing").settings()).hasSize(CHANGES + 1);
    }
  }

  private FileEventLog journal() throws IOException {
    return FileEventLog.open(
        new FileLogSettings(directory, 1L << 30, Duration.ofHours(1), false, 10_000));
  }

  /** The last step has all three, so that the one that comes and goes gets what it has missed. */
  private static List<EndpointConfig> configs(Receivers receivers, int step) {
    List<EndpointConfig> configs = new ArrayList<>();
    configs.add(patient("steady", receivers, "steady").build());
    configs.add(changing(receivers, step));
    if (step / CHANGES_PER_REMOVAL % 2 == 0) {
      configs.add(patient("coming-and-going", receivers, "coming-and-going").build());
    }
    return configs;
  }

  private static EndpointConfig changing(Receivers receivers, int step) {
    String secret = "a secret of step " + step;
    return patient("changing", receivers, "changing/" + step % 2)
        .headers(Map.of("X-Setting", List.of("step " + step)))
        .signing(new SigningConfig(List.of(new Secret(secret.getBytes(UTF_8))), false))
        .concurrency(1 + step % 4)
        .build();
  }

  /** A machine that is busy isn't a receiver that fails. */
  private static EndpointConfigBuilder patient(String name, Receivers receivers, String path) {
    TransportConfig byDefault = TransportConfig.DEFAULT;
    return EndpointConfig.to(name, receivers.url(path))
        .transport(
            new TransportConfig(DEADLINE, byDefault.tls(), byDefault.proxy(), Safety.ANYWHERE));
  }

  private static void awaitMore(Arrivals arrivals, int count) {
    int before = arrivals.count();
    await().atMost(DEADLINE).until(arrivals::count, now -> now >= before + count);
  }

  private static void assertNothingLostOrRepeated(
      List<String> arrived, Map<String, List<String>> written) {
    Set<String> seen = new HashSet<>();
    assertThat(arrived.stream().filter(id -> !seen.add(id))).as("repeated").isEmpty();
    Map<String, String> repositories = repositoriesById(written);
    Map<String, List<String>> inOrder =
        arrived.stream().collect(Collectors.groupingBy(repositories::get));
    assertThat(inOrder).isEqualTo(written);
  }

  private static Map<String, String> repositoriesById(Map<String, List<String>> written) {
    return written.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(id -> Map.entry(id, entry.getKey())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
