package dev.registrynotifications.cli;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at in files, with and without a registry that has them. */
class OfflineIT {

  @TempDir private Path work;
  @AutoClose private Operated registry;

  @BeforeEach
  void startARegistry() throws Exception {
    registry = Operated.in(work);
    registry.push("team/app", 5);
    registry.awaitCi(ci -> ci.getDelivered() == 5);
  }

  @Test
  void checksAConfiguration() throws Exception {
    Path file = registry.configurationFile();
    Ended fine = registry.commands().run("check-config", file.toString());
    Files.writeString(file, Files.readString(file).replace("threshold: 1", "treshold: 1"));
    Ended mistaken = registry.commands().run("check-config", file.toString());
    Ended missing = registry.commands().run("check-config", work.resolve("none.yml").toString());

    assertThat(fine.code()).isZero();
    assertThat(fine.out().get(0)).startsWith(file + " is fine: it would start 2 endpoints");
    assertThat(fine.out()).noneMatch(line -> line.contains(Operated.SECRET));
    assertThat(mistaken.code()).isEqualTo(1);
    assertThat(mistaken.err()).hasSize(2).last().asString().contains("treshold isn't known");
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).singleElement().asString().endsWith(", which doesn't exist");
  }

  @Test
  void tellsScriptsTheConfiguration() throws Exception {
    JsonNode config = registry.run("config", "--json").json();
    JsonNode checked =
        registry
            .commands()
            .run("check-config", "--json", registry.configurationFile().toString())
            .json();

    assertThat(config.path("configuration").asText()).contains("threshold: 1");
    assertThat(config.path("problems")).isEmpty();
    assertThat(checked.path("fine").asBoolean()).isTrue();
    assertThat(checked.at("/endpoints/1/name").asText()).isEqualTo("scanner");
    assertThat(config + " " + checked).doesNotContain(Operated.SECRET);
  }

  @Test
  void verifiesAJournalThatIsInUse() throws Exception {
    // What is delivered is written down a moment later.
    Ended verify = await().atMost(DEADLINE).until(this::verify, OfflineIT::showsAllDone);

    assertThat(verify.code()).isZero();
    assertThat(verify.err()).isEmpty();
    assertThat(verify.out())
        .anyMatch(line -> line.startsWith("Owner   process " + registry.host().pid() + ", since "))
        .anyMatch(line -> line.matches("0000000001\\.log +5 +\\d+ +1-5 +none +0 +0"))
        .last()
        .isEqualTo("Nothing is damaged.");
    registry.push("team/app", 1);
    registry.awaitCi(ci -> ci.getDelivered() == 6);
  }

  private static boolean showsAllDone(Ended verify) {
    return verify.out().stream().anyMatch(line -> line.matches("ci\\.cursor +good, good +5 +0 +0"));
  }

  @Test
  void findsWhatIsDamaged() throws Exception {
    registry.host().stop();
    flip(registry.journal().resolve("segments/0000000001.log"), 1500);
    flip(registry.journal().resolve("cursors/ci.cursor"), 20);

    Ended verify = verify();
    Ended forScripts = verify("--json");

    assertThat(verify.code()).isEqualTo(1);
    assertThat(verify.hasLine("Owner none")).isTrue();
    assertThat(verify.out())
        .anyMatch(
            line -> line.matches("0000000001\\.log: \\d+ bytes from byte \\d+ on are no records"))
        .anyMatch(line -> line.matches("ci\\.cursor +(damaged, good|good, damaged) .*"))
        .last()
        .asString()
        .startsWith("The journal is damaged.");
    JsonNode json = forScripts.json();
    assertThat(forScripts.code()).isEqualTo(1);
    assertThat(json.path("damaged").asBoolean()).isTrue();
    assertThat(json.at("/segments/0/damagedPlaces").asInt()).isEqualTo(1);
    assertThat(json.at("/segments/0/records").asInt()).isEqualTo(4);
    assertThat(json.at("/cursors/0/slots").toString()).contains("damaged");
  }

  @Test
  void saysThatADirectoryIsNoJournal() throws Exception {
    Ended verify = registry.commands().run("journal", "verify", work.toString());

    assertThat(verify)
        .isEqualTo(
            new Ended(
                1,
                List.of(),
                List.of(
                    work
                        + " is no journal's directory: that has directories segments and cursors")));
  }

  private Ended verify(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("journal", "verify"));
    command.add(registry.journal().toString());
    command.addAll(List.of(options));
    return registry.commands().run(command.toArray(String[]::new));
  }

  private static void flip(Path file, int offset) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[offset] ^= 1;
    Files.write(file, bytes);
  }
}
