package dev.registrynotifications.cli;

import static dev.registrynotifications.cli.Ended.done;
import static dev.registrynotifications.cli.Ended.failed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters are looked at, sent again and thrown away. */
class LettersIT {

  @TempDir private Path work;
  @AutoClose private Operated registry;

  @BeforeEach
  void startARegistry() throws Exception {
    registry = Operated.in(work);
  }

  @Test
  void handlesDeadLetters() throws Exception {
    registry.answer(422);
    registry.push("team/app", 2);
    registry.awaitCi(ci -> ci.getDeadLetters() == 2);

    Ended list = registry.run("dead-letters", "list", "ci");
    Ended first = registry.run("dead-letters", "list", "ci", "--most", "1");
    JsonNode letters = registry.run("dead-letters", "list", "ci", "--json").json();
    Ended show = registry.run("dead-letters", "show", "ci", "2");
    JsonNode shown = registry.run("dead-letters", "show", "ci", "2", "--json").json();
    Ended refused = registry.run("dead-letters", "redrive", "ci", "--all", "--wait");
    registry.answer(200);
    Ended one = registry.run("dead-letters", "redrive", "ci", "2", "--wait");
    Ended purge = registry.run("dead-letters", "purge", "ci", "--yes");
    Ended none = registry.run("dead-letters", "list", "ci");

    assertThat(list.out()).hasSize(3);
    assertThat(first.out()).hasSize(3).last().isEqualTo("There is 1 more.");
    assertThat(letters.findValuesAsText("sequence")).containsExactly("1", "2");
    assertThat(show.code()).isZero();
    assertThat(show.hasLine("Event push of team/app")).isTrue();
    assertThat(show.hasLine("Last status 422")).isTrue();
    assertThat(String.join("", show.out())).contains("\"action\" : \"push\"");
    assertThat(shown.path("repository").asText()).isEqualTo("team/app");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out())
        .containsExactly(
            "2 dead letters of ci will be sent again.", "0 delivered, 2 refused again.");
    assertThat(one.code()).isZero();
    assertThat(one.out())
        .containsExactly(
            "1 dead letter of ci will be sent again.", "1 delivered, 0 refused again.");
    assertThat(purge).isEqualTo(done("1 dead letter of ci thrown away."));
    assertThat(none).isEqualTo(done("ci has no dead letters."));
  }

  @Test
  void saysThatThereIsNoSuchDeadLetter() throws Exception {
    assertThat(registry.run("dead-letters", "show", "ci", "7"))
        .isEqualTo(failed("ci has no dead letter 7"));
    assertThat(registry.run("dead-letters", "redrive", "ci", "7"))
        .isEqualTo(failed("ci has no dead letter 7"));
  }
}
