package dev.registrynotifications.config.reader;

import static dev.registrynotifications.config.reader.Refusals.reader;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

    assertThat(Refusals.mistakes(file))
        .containsExactly("3:8: isn't UTF-8 from here on; save the file as UTF-8");
    Files.write(file, ON.getBytes(UTF_16));
    assertThat(Refusals.mistakes(file))
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
  void keepsEachMistakeInItsLine() throws IOException {
    assertThat(mistakes(ON + "  shutdownTimeout: \"1\\n2\\e[2J\"\n"))
        .singleElement()
        .asString()
        .endsWith("not \"1…2…[2J\"");
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
    return Refusals.mistakes(file(yaml));
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(directory.resolve("config.yml"), yaml);
  }
}
