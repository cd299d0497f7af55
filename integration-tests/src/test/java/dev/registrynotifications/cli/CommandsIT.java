package dev.registrynotifications.cli;

import static dev.registrynotifications.cli.Ended.done;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator at three in the morning, with a receiver that fails and recovers. */
class CommandsIT {

  @TempDir private Path work;
  @AutoClose private Operated registry;

  @BeforeEach
  void startARegistry() throws Exception {
    registry = Operated.in(work);
  }

  @Test
  void triesAgainAtOnce() throws Exception {
    registry.answer(503);
    registry.push("team/app", 3);
    registry.awaitCi(ci -> ci.getState().equals("backing off"));
    registry.answer(200);

    Ended retry = registry.run("retry", "ci");

    assertThat(retry).isEqualTo(done("What waits for ci is tried now."));
    registry.awaitCi(ci -> ci.getDelivered() == 3);
  }

  @Test
  void pausesAndGoesOn() throws Exception {
    Ended pause = registry.run("pause", "ci");
    registry.awaitCi(ci -> ci.getState().equals("paused"));
    registry.push("team/app", 2);
    registry.awaitCi(ci -> ci.getPending() == 2);
    Ended paused = registry.run("endpoints");
    Ended resume = registry.run("resume", "ci");

    assertThat(pause).isEqualTo(done("Nothing is sent to ci until it is resumed."));
    assertThat(paused.out()).anyMatch(line -> line.startsWith("ci        paused "));
    assertThat(resume).isEqualTo(done("ci goes on."));
    registry.awaitCi(ci -> ci.getDelivered() == 2);
  }

  @Test
  void pings() throws Exception {
    Ended accepted = registry.run("ping", "ci");
    registry.answer(401);
    Ended refused = registry.run("ping", "ci");
    Ended forScripts = registry.run("ping", "ci", "--json");

    assertThat(accepted.code()).isZero();
    assertThat(accepted.hasLine("Delivered yes")).isTrue();
    assertThat(accepted.hasLine("Answer it answered 200")).isTrue();
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.hasLine("Delivered no")).isTrue();
    assertThat(refused.hasLine("Answer it answered 401")).isTrue();
    assertThat(forScripts.code()).isEqualTo(1);
    assertThat(forScripts.json().path("status").asInt()).isEqualTo(401);
  }

  @Test
  void getsAnEventOutOfTheWay() throws Exception {
    Ended nothing = registry.run("skip", "ci");
    registry.answer(503);
    registry.push("team/app", 1);
    registry.awaitCi(ci -> ci.getParked() == 1);

    Ended skipped = registry.run("skip", "ci");

    assertThat(nothing.code()).isEqualTo(1);
    assertThat(nothing.out()).isEmpty();
    assertThat(nothing.err())
        .singleElement()
        .asString()
        .startsWith("Could not skip an event of ci: nothing is pending");
    assertThat(skipped).isEqualTo(done("Event 1 is a dead letter of ci now."));
    registry.awaitCi(ci -> ci.getDeadLetters() == 1);
  }

  @Test
  void replaysTheWeekend() throws Exception {
    registry.push("team/app", 3);
    registry.awaitCi(ci -> ci.getDelivered() == 3);

    Ended since = registry.run("replay", "ci", "--since", "1h", "--wait");
    Ended from = registry.run("replay", "ci", "--from", "3", "--wait");
    Ended beyond = registry.run("replay", "ci", "--from", "99");
    Ended cancel = registry.run("replay", "ci", "--cancel");

    assertThat(since.code()).isZero();
    assertThat(since.out()).containsExactly("The replay for ci has begun.", "3 events sent again.");
    assertThat(from.out()).containsExactly("The replay for ci has begun.", "1 event sent again.");
    assertThat(beyond.code()).isEqualTo(1);
    assertThat(beyond.err())
        .containsExactly(
            "Could not replay for ci: the journal has nothing of it: its events are from sequence"
                + " 1 to 3");
    assertThat(cancel).isEqualTo(done("No replay was under way for ci."));
  }

  @Test
  void doesNotWaitForAnEndpointThatIsPaused() throws Exception {
    registry.push("team/app", 3);
    registry.awaitCi(ci -> ci.getDelivered() == 3);
    registry.run("pause", "ci");
    registry.awaitCi(ci -> ci.getState().equals("paused"));

    Ended replay = registry.run("replay", "ci", "--from", "1", "--wait");
    Ended second = registry.run("replay", "ci", "--from", "1");
    Ended endpoints = registry.run("endpoints");
    Ended status = registry.run("status");
    Ended cancel = registry.run("replay", "ci", "--cancel");
    Ended retry = registry.run("retry", "ci");

    assertThat(retry.code()).isEqualTo(1);
    assertThat(retry.err())
        .containsExactly("ci is paused: nothing is sent to it before you resume it");
    assertThat(replay.code()).isEqualTo(1);
    assertThat(replay.err())
        .last()
        .asString()
        .endsWith("but ci is paused: the replay isn't at its end.");
    assertThat(second.code()).isEqualTo(1);
    assertThat(second.err()).hasSize(1);
    assertThat(endpoints.out()).anyMatch(line -> line.startsWith("ci        paused, replaying  "));
    assertThat(status.out()).anyMatch(line -> line.startsWith("ci        paused, replaying  "));
    assertThat(cancel).isEqualTo(done("The replay for ci has ended."));
  }

  @Test
  void readsTheConfigurationOnceMore() throws Exception {
    Path file = registry.configurationFile();
    String text = Files.readString(file);
    Ended unchanged = registry.run("reload");
    Files.writeString(file, text.replace("threshold: 1", "threshold: 2"));
    Ended changed = registry.run("reload");
    Files.writeString(file, text.replace("threshold: 1", "treshold: 2"));
    Ended mistaken = registry.run("reload");
    Ended config = registry.run("config");
    Ended status = registry.run("status");

    assertThat(unchanged).isEqualTo(done("Nothing has changed."));
    assertThat(changed.code()).isZero();
    // The registry looks at its file by itself, too, and may have been faster.
    assertThat(changed.out())
        .singleElement()
        .isIn("Endpoint ci has changed (threshold); 0 pending", "Nothing has changed.");
    assertThat(mistaken.code()).isEqualTo(1);
    assertThat(mistaken.out()).isEmpty();
    assertThat(mistaken.err().get(1)).startsWith("  1. " + file + ":8:7: ").contains("treshold");
    assertThat(config.code()).isZero();
    assertThat(config.out()).contains("      threshold: 2");
    assertThat(config.err().get(0))
        .startsWith(file + " isn't in force as it is now; the last change that is was read at ");
    assertThat(config.err().get(2)).isEqualTo(mistaken.err().get(1));
    assertThat(status.out())
        .anyMatch(
            line -> line.startsWith("Configuration  " + file + " isn't in force as it is now"));
  }
}
