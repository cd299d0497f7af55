package dev.registrynotifications.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed, as far as no registry is needed for it. */
class ConsoleTest {

  @TempDir private Path work;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "endpoints",
        "endpoint",
        "attempts",
        "config",
        "pause",
        "resume",
        "retry",
        "skip",
        "ping",
        "replay",
        "reload",
        "dead-letters list",
        "dead-letters show",
        "dead-letters redrive",
        "dead-letters purge",
        "check-config",
        "journal verify"
      })
  void helpsWithEachCommand(String command) {
    Typed typed = Typed.of((command + " --help").split(" "));

    assertThat(typed.code()).isZero();
    assertThat(typed.err()).isEmpty();
    assertThat(typed.out().get(0)).startsWith("Usage: registry-notifications " + command + " ");
    assertThat(typed.out())
        .endsWith(
            "",
            "Ends with 0 if it is done, 1 if it failed or found a problem,",
            "2 if it was used wrongly, 3 if there is no registry to talk to.")
        .allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "endpoints",
        "endpoint",
        "attempts",
        "config",
        "ping",
        "dead-letters list",
        "dead-letters show",
        "check-config",
        "journal verify"
      })
  void printsJsonOfAllThatShowsSomething(String command) {
    Typed typed = Typed.of((command + " --help").split(" "));

    assertThat(typed.out()).anyMatch(line -> line.strip().startsWith("--json "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"check-config", "journal verify"})
  void asksNobodyForWhatIsInAFile(String command) {
    Typed help = Typed.of((command + " --help").split(" "));
    Typed typed = Typed.of((command + " --pid 1 nowhere").split(" "));

    assertThat(help.out()).noneMatch(line -> line.contains("--pid") || line.contains("--url"));
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err())
        .anyMatch(line -> line.startsWith("Unknown option") && line.contains("'--pid'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", "", "9999999999"})
  void showsOneAtTheLeast(String most) {
    Typed typed = Typed.of("attempts", "ci", "--most", most);

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).anyMatch(line -> line.contains("is no number from 1 on"));
  }

  @Test
  void saysWhatItDoesToTheJvmsThatItLooksInto() {
    Typed typed = Typed.of("--help");

    assertThat(String.join(" ", typed.out()).replaceAll("\\s+", " "))
        .contains("The JDK's JMX agent is started in each JVM that is looked into.");
  }

  @Test
  void saysWhichVersionItIs() {
    Typed typed = Typed.of("--version");

    assertThat(typed.code()).isZero();
    assertThat(typed.out()).containsExactly("registry-notifications 1.2.3");
  }

  @Test
  void asksForACommand() {
    Typed typed = Typed.of();

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err())
        .containsExactly("Missing required subcommand", "Try: registry-notifications --help");
  }

  @Test
  void guessesAtWhatWasMeant() {
    Typed typed = Typed.of("statsu");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err()).anyMatch(line -> line.startsWith("Did you mean: status"));
    assertThat(typed.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "replay ci",
        "replay ci --since yesterday",
        "replay ci --from one",
        "replay ci --from 1 --since 2h",
        "replay --since 2h",
        "attempts ci --most many",
        "status --pid jetty",
        "status --url registry",
        "status ci",
        "status --yaml",
        "endpoint",
        "dead-letters",
        "dead-letters show ci",
        "dead-letters redrive ci",
        "dead-letters redrive ci 5 --all",
        "dead-letters purge ci",
        "journal",
        "check-config"
      })
  void refusesWhatCannotBeMeantInALineOrTwo(String typo) {
    Typed typed = Typed.of(typo.split(" "));

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err()).hasSizeBetween(2, 3).noneMatch(line -> line.startsWith("Error"));
    assertThat(typed.err().get(typed.err().size() - 1))
        .startsWith("Try: registry-notifications ")
        .endsWith(" --help");
  }

  @Test
  void saysThatThereIsNoSuchProcess() {
    long gone = Long.MAX_VALUE;

    Typed typed = Typed.of("status", "--pid", Long.toString(gone));

    assertThat(typed.code()).isEqualTo(3);
    assertThat(typed.err())
        .containsExactly("Could not connect to process " + gone + ": there is no such process");
  }

  @Test
  void tellsWhatAConfigurationWouldStart() throws IOException {
    Path file =
        configuration(
            """
            notifications:
              enabled: true
              endpoints:
                - {name: ci, url: "https://alice:geheim@ci.example.com/hook?token=geheim"}
                - {name: scanner, url: "https://scanner.example.com/"}
            """);

    Typed typed = Typed.of("check-config", file.toString());

    assertThat(typed.code()).isZero();
    assertThat(typed.out().get(0))
        .isEqualTo(
            file
                + " is fine: it would start 2 endpoints with a journal of at most 1.0 GiB in "
                + work.resolve("data/notifications")
                + ".");
    assertThat(typed.out().get(3)).matches("ci +https://ci\\.example\\.com/hook.*");
    assertThat(typed.out().get(4)).matches("scanner +https://scanner\\.example\\.com/");
    assertThat(typed.out()).noneMatch(line -> line.contains("geheim"));
    assertThat(work.resolve("data")).doesNotExist();
  }

  @Test
  void saysThatAConfigurationStartsNothing() throws IOException {
    Path file = configuration("version: 0.1\n");

    Typed typed = Typed.of("check-config", file.toString());

    assertThat(typed.code()).isZero();
    assertThat(typed.out())
        .containsExactly(file + " is fine: notifications are off, nothing would be started.");
  }

  @Test
  void tellsAllMistakesInAConfiguration() throws IOException {
    Path file =
        configuration(
            """
            notifications:
              enabled: true
              endpoints:
                - name: ci
                  url: https://ci.example.com/
                  timeout: 500
                  treshold: 3
            """);

    Typed typed = Typed.of("check-config", file.toString());

    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err().get(0)).isEqualTo("Could not read the notifications configuration:");
    assertThat(typed.err().get(1)).startsWith("  1. ").contains(":6:", "timeout has no unit");
    assertThat(typed.err().get(2)).startsWith("  2. ").contains(":7:", "treshold isn't known");
  }

  @Test
  void saysThatThereIsNoConfiguration() {
    Typed typed = Typed.of("check-config", work.resolve("none.yml").toString());

    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err())
        .containsExactly(
            "Could not read the configuration file "
                + work.resolve("none.yml")
                + ", which doesn't exist");
  }

  @Test
  void saysThatADirectoryIsNoJournal() {
    Typed typed = Typed.of("journal", "verify", work.toString());

    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err())
        .containsExactly(
            work + " is no journal's directory: that has directories segments and cursors");
  }

  private Path configuration(String text) throws IOException {
    return Files.writeString(work.resolve("config.yml"), text);
  }
}
