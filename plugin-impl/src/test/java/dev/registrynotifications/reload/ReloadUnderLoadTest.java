package dev.registrynotifications.reload;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.SigningConfig;
import dev.registrynotifications.config.SigningConfig.Secret;
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

  private static final int CHANGES = 36;
  private static final int CHANGES_PER_REMOVAL = 9;

  /** What comes without pause is never at its end: so long it is waited for, and again. */
  private static final Duration TO_LEAVE = Duration.ofSeconds(10);

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
        if (step % CHANGES_PER_REMOVAL == 0 && !isThere(step)) {
          remove(node, receivers, step);
        } else {
          // Whoever is waited for too short a time, on a busy machine, has its request sent again.
          assertChanged(node.endpoints().apply(configs(receivers, step), DEADLINE));
        }
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

  /** By itself, as it alone isn't given all the time that there is. */
  private static void remove(Node node, Receivers receivers, int step) {
    List<EndpointConfig> all = new ArrayList<>(configs(receivers, step));
    all.add(receivers.endpoint("coming-and-going").build());
    assertChanged(node.endpoints().apply(all, DEADLINE));
    assertChanged(node.endpoints().apply(configs(receivers, step), TO_LEAVE));
  }

  private static void assertChanged(Applied applied) {
    assertThat(applied.problems()).isEmpty();
    assertThat(applied.lines()).isNotEmpty();
  }

  private FileEventLog journal() throws IOException {
    return FileEventLog.open(
        new FileLogSettings(directory, 1L << 30, Duration.ofHours(1), false, 10_000));
  }

  /** The last step has all three, so that the one that comes and goes gets what it has missed. */
  private static List<EndpointConfig> configs(Receivers receivers, int step) {
    List<EndpointConfig> configs = new ArrayList<>();
    configs.add(receivers.endpoint("steady").build());
    configs.add(changing(receivers, step));
    if (isThere(step)) {
      configs.add(receivers.endpoint("coming-and-going").build());
    }
    return configs;
  }

  /** Whether the one that comes and goes is there. */
  private static boolean isThere(int step) {
    return step / CHANGES_PER_REMOVAL % 2 == 0;
  }

  private static EndpointConfig changing(Receivers receivers, int step) {
    String secret = "a secret of step " + step;
    return receivers
        .endpoint("changing", "changing/" + step % 2)
        .headers(Map.of("X-Setting", List.of("step " + step)))
        .signing(new SigningConfig(List.of(new Secret(secret.getBytes(UTF_8))), false))
        .concurrency(1 + step % 4)
        .build();
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
