package dev.registrynotifications.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands about an endpoint that is paused come to an end. */
class PausedIT {

  @TempDir private Path work;
  @AutoClose private Operated registry;

  @BeforeEach
  void startARegistry() throws Exception {
    registry = Operated.in(work);
  }

  @Test
  void doesNotWaitForDeadLettersThatAreNotSent() throws Exception {
    registry.answer(422);
    registry.push("team/app", 2);
    registry.awaitCi(ci -> ci.getDeadLetters() == 2);
    registry.run("pause", "ci");
    registry.awaitCi(ci -> ci.getState().equals("paused"));

    Ended redrive = registry.run("dead-letters", "redrive", "ci", "--all", "--wait");

    assertThat(redrive.code()).isEqualTo(1);
    assertThat(redrive.out())
        .containsExactly(
            "2 dead letters of ci will be sent again.",
            "0 delivered, 0 refused again, 2 still to come.");
    assertThat(redrive.err())
        .containsExactly("ci is paused: nothing is sent to it before it goes on");
  }
}
