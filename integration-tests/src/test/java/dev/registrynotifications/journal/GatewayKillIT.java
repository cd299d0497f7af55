package dev.registrynotifications.journal;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostLauncher;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.journal.Arrival.What;
import dev.registrynotifications.peers.DockerRegistry;
import dev.registrynotifications.peers.Program;
import dev.registrynotifications.peers.RequiresProgram;
import dev.registrynotifications.peers.Subscription;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the gateway under load, again and again, while the original behind it goes on. {@code
 * -Dkills=50} does it as often; {@code -Dseed=…} repeats a run's choices.
 */
@RequiresProgram(Program.DOCKER_REGISTRY)
class GatewayKillIT {

  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int MOST_ANSWERS = 200;

  private static final List<String> REPOSITORIES =
      List.of("team/app", "team/base", "tools", "a/b/c/d");

  private final Random random = new Random(SEED);

  @TempDir private Path work;

  @Test
  void deliversEachPushThatWasAnswered() throws Exception {
    System.out.printf("GatewayKillIT: -Dkills=%d -Dseed=%d%n", KILLS, SEED);
    try (Hook hook = Hook.up();
        Hook originals = Hook.up();
        DockerRegistry original = original(originals);
        Load load = new Load(REPOSITORIES)) {
      HostLauncher gateway = gatewayTo(original, hook);
      for (int kill = 0; kill < KILLS; kill++) {
        try (HostProcess process = gateway.start()) {
          load.killAmid(process, random.nextInt(MOST_ANSWERS));
          assertThat(Site.troublesOf(process)).isEmpty();
        }
      }

      try (HostProcess process = gateway.start()) {
        assertThatAllArrive(load, hook);
        assertThatItHappened(hook.acceptedEvents(), originals);
        assertThat(Site.troublesOf(process)).isEmpty();
      }
    }
  }

  private DockerRegistry original(Hook hook) throws IOException, InterruptedException {
    Path directory = Files.createDirectory(work.resolve("original"));
    return DockerRegistry.start(directory, Subscription.to(URI.create(hook.url())));
  }

  /** To be started again and again on one journal. */
  private HostLauncher gatewayTo(DockerRegistry original, Hook hook) throws IOException {
    String configuration = Subscription.to(URI.create(hook.url())).yaml();
    return Installation.in(Files.createDirectory(work.resolve("gateway")), configuration)
        .gatewayTo(original.uri());
  }

  private static void assertThatAllArrive(Load load, Hook hook) {
    List<What> acknowledged = all(load, Pusher::acknowledged);
    awaitNone(() -> new Account(hook.arrivals()).missing(acknowledged));
    assertThat(acknowledged).isNotEmpty();
    assertThat(new Account(hook.arrivals()).withSeveralIds()).isEmpty();
    System.out.printf(
        "GatewayKillIT: %d pushes answered, %d posts%n",
        acknowledged.size(), hook.arrivals().size());
  }

  /** What wasn't answered any more may have happened, or not: the original knows. */
  private static void assertThatItHappened(List<What> told, Hook originals) {
    awaitNone(() -> new Account(originals.arrivals()).missing(told));
  }

  private static void awaitNone(Callable<Set<What>> missing) {
    await().atMost(DEADLINE).until(missing, Set::isEmpty);
  }

  private static List<What> all(Load load, Function<Pusher, List<What>> what) {
    return load.pushers().stream().flatMap(pusher -> what.apply(pusher).stream()).toList();
  }
}
