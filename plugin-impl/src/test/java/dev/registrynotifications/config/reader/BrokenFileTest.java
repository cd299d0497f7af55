package dev.registrynotifications.config.reader;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.registrynotifications.plugin.PluginException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no configuration at all: one line with the place says so, in words for people. */
class BrokenFileTest {

  private static final String ON = "notifications:\n  enabled: true\n";

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "notifications:\\n\\tenabled: true | 2:1: isn't YAML: a tab stands where only blanks may;"
            + " indent with blanks",
        "notifications:\\n  enabled: true\\n   journal: {} | 3:11: isn't YAML: a colon stands where"
            + " none may; check the indentation, and put quotes around a text with a colon and a"
            + " blank in it",
        "notifications:\\n    enabled: true\\n  journal: {} | 3:3: isn't YAML: this doesn't fit the"
            + " lines above, which begin at 1:1; check the indentation, and the blanks behind"
            + " colons and dashes",
        "notifications: {}\\n---\\nnotifications: {} | 2:1: begins a second document; a"
            + " configuration is one, so leave out the ---",
        "notifications: {journal: {path: a, path: b}} | 1:36: path stands here twice, first at"
            + " FILE:1:27",
        "notifications: {<<: 5} | 1:21: << must bring in a mapping, or a list of them",
        "notifications: {? [a] : b} | 1:19: a key must be a single word, not a list or a mapping",
        "a: &a [*a]\\nnotifications: *a | 1:4: contains itself, through an alias",
        "[notifications] | 1:1: the file must be a mapping: a line \"notifications:\", and its keys"
            + " below it, indented",
        "a: \\u0000 | 1:4: isn't YAML: the character U+0000 stands here; delete it",
        "# a\\na: \"\\u0007\" | 2:5: isn't YAML: the character U+0007 stands here; delete it"
      })
  void saysInOneLineWhatIsWrong(String yaml, String mistake) throws IOException {
    assertThat(mistakes(unescaped(yaml))).containsExactly(mistake);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: \"b              | a quote isn't closed; it was opened at 1:4",
        "a: [b, c            | a comma or a ] is missing in the list that begins at 1:4",
        "a: {b: c            | a comma or a } is missing in the mapping that begins at 1:4",
        "a: [                | the text ends here, and a bracket isn't closed",
        "a: b: c             | a colon stands where none may",
        "a: @b               | put quotes around a text that begins with @",
        "a: *b               | no anchor explains the alias; put quotes around a text with a *",
        "a: !b!c d           | the tag isn't known; put quotes around a text that begins with !",
        "a: !!java.io.File b | the tag isn't known; put quotes around a text that begins with !",
        "a: \"\\\\q\"        | a backslash means nothing here",
        "a: - b              | a dash stands where no list may begin"
      })
  void saysWhatToWriteInstead(String yaml, String words) throws IOException {
    assertThat(mistakes(unescaped(yaml)))
        .singleElement()
        .asString()
        .contains(": isn't YAML: " + words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF", "---\n", "%YAML 1.1\n---\n", "# comment\r\n"})
  void takesWhatYamlMayBeginWith(String beginning) throws IOException {
    assertThat(reader().read(file(beginning + ON)).enabled()).isTrue();
  }

  @Test
  void namesThePlaceOfALetterInAnotherEncoding() throws IOException {
    Path file = directory.resolve("config.yml");
    Files.write(file, bytes((ON + "  # caf").getBytes(UTF_8), (byte) 0xe9));

    assertThat(mistakes(file))
        .containsExactly("3:8: isn't UTF-8 from here on; save the file as UTF-8");
    Files.write(file, ON.getBytes(UTF_16));
    assertThat(mistakes(file))
        .containsExactly("1:1: isn't UTF-8 from here on; save the file as UTF-8");
  }

  @Test
  void saysWhyAFileCanNotBeRead() throws IOException {
    Path file = file(ON);
    Path large = Files.write(directory.resolve("large.yml"), new byte[1024 * 1024 + 1]);

    assertThatThrownBy(() -> reader().read(directory))
        .hasMessage(
            "Could not read the configuration file %s, which is a directory; name a file in it",
            directory);
    assertThatThrownBy(() -> reader().read(file.resolve("below")))
        .hasMessage(
            "Could not read the configuration file %s, which can't be read: Not a directory",
            file.resolve("below"));
    assertThatThrownBy(() -> reader().read(large))
        .hasMessage("Could not read the configuration file %s, which is larger than 1MiB", large);
  }

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

  @Test
  void keepsEachMistakeInItsLine() throws IOException {
    assertThat(mistakes(ON + "  shutdownTimeout: \"1\\n2\\e[2J\"\n"))
        .singleElement()
        .asString()
        .endsWith("not \"1…2…[2J\"");
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

  private static byte[] bytes(byte[] text, byte last) {
    byte[] bytes = Arrays.copyOf(text, text.length + 1);
    bytes[text.length] = last;
    return bytes;
  }

  private static String unescaped(String yaml) {
    return yaml.replace("\\u0000", "\0").replace("\\u0007", "\7").translateEscapes();
  }

  private List<String> mistakes(String yaml) throws IOException {
    return mistakes(file(yaml));
  }

  private static List<String> mistakes(Path file) {
    return message(file)
        .lines()
        .skip(1)
        .map(line -> line.replaceFirst("^ +\\d+\\. ", ""))
        .map(line -> line.replaceFirst("^" + Pattern.quote(file + ":"), ""))
        .map(line -> line.replace(file.toString(), "FILE"))
        .toList();
  }

  private static String message(Path file) {
    return requireNonNull(
        catchThrowableOfType(PluginException.class, () -> reader().read(file)).getMessage());
  }

  private static ConfigReader reader() {
    return new ConfigReader(Map.of(), null);
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(directory.resolve("config.yml"), yaml);
  }
}
