package dev.registrynotifications.cli;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry whose process is stopped is connected to, and doesn't answer. */
class HangingIT {

  private static final String CONFIGURATION =
      """
      notifications:
        enabled: true
        endpoints:
          - {name: ci, url: "http://127.0.0.1:9/"}
      """;

  @TempDir private Path work;

  @Test
  void givesUpARegistryThatDoesNotAnswer() throws Exception {
    Installation installation = Installation.in(work, CONFIGURATION);
    Commands commands =
        new Commands(installation.plugins().resolve("registry-notifications.jar"), work);
    try (HostProcess host = installation.host().start()) {
      String pid = Long.toString(host.pid());
      Ended before = commands.run("endpoints", "--pid", pid);

      Ended status = whileStopped(pid, commands, "status", "--pid", pid);

      assertThat(before.code()).isZero();
      assertThat(status)
          .isEqualTo(
              new Ended(
                  3,
                  List.of(),
                  List.of("Could not connect to process " + pid + ": it doesn't answer")));
    }
  }

  @Test
  void doesNotGuessWhichRegistryIsMeantBesideOneThatDoesNotAnswer() throws Exception {
    Installation installation = Installation.in(work, CONFIGURATION);
    Commands commands =
        new Commands(installation.plugins().resolve("registry-notifications.jar"), work);
    try (HostProcess host = installation.host().start()) {
      String pid = Long.toString(host.pid());

      Ended status = whileStopped(pid, commands, "status");

      assertThat(status.code()).isEqualTo(3);
      assertThat(status.err())
          .contains(
              "A JVM doesn't answer, and may be the registry; say which one is meant with --pid:")
          .anyMatch(line -> line.startsWith("  " + pid + "  "));
    }
  }

  private static Ended whileStopped(String pid, Commands commands, String... arguments)
      throws Exception {
    signal("STOP", pid);
    try {
      return commands.run(arguments);
    } finally {
      signal("CONT", pid);
    }
  }

  private static void signal(String name, String pid) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, pid).inheritIO().start();
    assertThat(kill.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(kill.exitValue()).isZero();
  }
}
