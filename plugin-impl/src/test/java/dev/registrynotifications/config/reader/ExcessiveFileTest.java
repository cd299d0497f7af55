package dev.registrynotifications.config.reader;

import static dev.registrynotifications.config.reader.Refusals.message;
import static dev.registrynotifications.config.reader.Refusals.reader;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is more than anybody needs is refused early, and in few words. */
class ExcessiveFileTest {

  private static final String ON = "notifications:\n  enabled: true\n";

  @TempDir private Path directory;

  @Test
  void refusesWhatIsTooDeep() throws IOException {
    String nested = "notifications: {enabled: true, x: " + "[".repeat(300) + "]".repeat(300) + "}";
    String chained =
        "a0: &a0 [x]\n"
            + IntStream.range(1, 300)
                .mapToObj(i -> "a%d: &a%d [*a%d]\n".formatted(i, i, i - 1))
                .collect(Collectors.joining())
            + "notifications: {enabled: true, x: *a299}\n";

    assertThat(mistakes(nested)).singleElement().asString().contains("nested more than 200 deep");
    assertThat(mistakes(chained))
        .singleElement()
        .asString()
        .contains("is nested more than 200 deep, through aliases");
  }

  @Test
  void refusesTooManyValuesAndAliases() throws IOException {
    assertThat(mistakes("x: [" + "a, ".repeat(60_000) + "a]"))
        .singleElement()
        .asString()
        .contains("there are too many values before this one");
    assertThat(mistakes("a: &a [x]\nb: [" + "*a, ".repeat(1_000) + "*a]"))
        .singleElement()
        .asString()
        .contains("is one alias more than 1000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[%s]", "{a: %1$s, b: {c: %1$s}}"})
  void refusesABillionLaughs(String level) throws IOException {
    String laughs = laughs(level);

    assertThat(mistakes(laughs + ON + "  servletContexts: *l9\n"))
        .singleElement()
        .asString()
        .contains("more than a configuration may hold");
    assertThat(mistakes(laughs + ON + "  <<: *l9\n"))
        .singleElement()
        .asString()
        .contains("more than a configuration may hold");
  }

  @Test
  void isNotInterestedInLaughsOutsideOfTheBlock() throws IOException {
    assertThat(reader().read(file(laughs("[%s]") + ON)).enabled()).isTrue();
  }

  @Test
  void endsTheListWhereNobodyReadsOn() throws IOException {
    String keys =
        IntStream.range(0, 500)
            .mapToObj(i -> "  unknown" + i + ": x\n")
            .collect(Collectors.joining());
    Path file = file(ON + keys);
    Path longer = Files.writeString(directory.resolve("longer.yml"), ON + keys + more(keys));

    String message = message(file);

    assertThat(message).hasSizeLessThan(32 * 1024);
    List<String> lines = message.lines().toList();
    assertThat(lines.get(lines.size() - 1))
        .isEqualTo("  … and " + (500 - (lines.size() - 2)) + " more");
    assertThat(message(longer))
        .hasSizeLessThan(32 * 1024)
        .containsPattern("… and at least \\d+ more");
  }

  @Test
  void cutsWhatItQuotes() throws IOException {
    String yaml =
        "%s  shutdownTimeout: %s\n  %s: x\n".formatted(ON, "9".repeat(100_000), "k".repeat(1_000));

    assertThat(mistakes(yaml))
        .containsExactly(
            "3:20: notifications.shutdownTimeout must be a duration such as \"500ms\", \"1s\" or"
                + " \"1m30s\", not \""
                + "9".repeat(59)
                + "…\"",
            "4:3: notifications."
                + "k".repeat(39)
                + "… isn't known; the keys here are [actorHeader, enabled, endpoints, events,"
                + " journal, servletContexts, shutdownTimeout]");
  }

  private static String more(String keys) {
    return keys.replace("unknown", "other") + keys.replace("unknown", "third");
  }

  /** Nine levels of ten references each to the level before. */
  private static String laughs(String level) {
    StringBuilder laughs = new StringBuilder("l0: &l0 {x: lol}\n");
    for (int i = 1; i <= 9; i++) {
      String ten = "[" + ("*l" + (i - 1) + ", ").repeat(9) + "*l" + (i - 1) + "]";
      laughs.append("l%d: &l%d ".formatted(i, i)).append(level.formatted(ten)).append('\n');
    }
    return laughs.toString();
  }

  private List<String> mistakes(String yaml) throws IOException {
    return Refusals.mistakes(file(yaml));
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(directory.resolve("config.yml"), yaml);
  }
}
