package dev.registrynotifications.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpolationTest {

  private final List<String> mistakes = new ArrayList<>();

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain                     | plain",
        "${env:A}                  | a",
        "Bearer ${env:A}!          | Bearer a!",
        "${env:A}${env:B}          | a$1\\",
        "${env:EMPTY}|``",
        "${env:NESTED}             | ${env:A}",
        "$${env:A}                 | ${env:A}",
        "$${env:MISSING}           | ${env:MISSING}",
        "$${file:missing}          | ${file:missing}",
        "$$${env:A}                | $${env:A}",
        "$${env:A}${env:A}         | ${env:A}a",
        "$ $1 $$ ${ ${A} ${env} }  | $ $1 $$ ${ ${A} ${env} }",
        "${ENV:A} $env:A ${env:A   | ${ENV:A} $env:A ${env:A"
      })
  void replacesVariablesAndLeavesEveryOtherDollar(String text, String replaced) {
    assertThat(replace(text)).contains(replaced);
    assertThat(mistakes).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "token            | token",
        "token\\n         | token",
        "token\\r\\n      | token",
        "token\\n\\n      | token\\n",
        "token\\r         | token\\r",
        "\\ntoken         | \\ntoken",
        "one\\ntwo\\n     | one\\ntwo",
        "\\n              | ''",
        "zwölf\\n         | zwölf",
        "${env:A}\\n      | ${env:A}"
      })
  void replacesAFileWithoutItsLastLineBreak(String content, String replaced) throws IOException {
    Files.writeString(directory.resolve("secret"), content.translateEscapes());

    assertThat(replace("<${file:secret}>")).contains("<" + replaced.translateEscapes() + ">");
    assertThat(mistakes).isEmpty();
  }

  @Test
  void findsFilesBesideTheConfigurationAndElsewhere() throws IOException {
    Path file = Files.createDirectory(directory.resolve("secrets")).resolve("a b");
    Files.writeString(file, "token");

    assertThat(replace("${file:secrets/a b}")).contains("token");
    assertThat(replace("${file:" + file.toAbsolutePath() + "}")).contains("token");
  }

  @Test
  void takesFilesOfUpTo64Kibibytes() throws IOException {
    Files.writeString(directory.resolve("largest"), "a".repeat(65_536));
    Files.writeString(directory.resolve("larger"), "a".repeat(65_537));

    assertThat(replace("${file:largest}")).contains("a".repeat(65_536));
    assertThat(replace("${file:larger}")).isEmpty();
    assertThat(mistakes)
        .containsExactly("names the file " + directory + "/larger, which is larger than 64KiB");
  }

  @Test
  void namesAFileThatIsNotUtf8AndNothingOfIt() throws IOException {
    Files.write(directory.resolve("latin1"), new byte[] {'S', 'E', 'C', (byte) 0xe4, 'T'});

    assertThat(replace("${file:latin1}")).isEmpty();
    assertThat(mistakes)
        .containsExactly(
            "names the file " + directory + "/latin1, which isn't UTF-8; save it as UTF-8");
  }

  @Test
  void namesAFileThatCanNotBeRead() {
    assertThat(replace("${file:missing}")).isEmpty();
    assertThat(replace("${file:.}")).isEmpty();

    assertThat(mistakes)
        .containsExactly(
            "names the file " + directory + "/missing, which doesn't exist",
            "names the file " + directory + "/., which is a directory; name a file in it");
  }

  @Test
  void namesAllThatIsMissingInOneText() {
    assertThat(replace("${env:ONE} ${env:A} ${env:TWO}")).isEmpty();

    assertThat(mistakes)
        .containsExactly(
            "names the environment variable ONE, which isn't set",
            "names the environment variable TWO, which isn't set");
  }

  @ParameterizedTest
  @CsvSource({"${env:}", "${env: }", "${file:}"})
  void refusesAReferenceToNothing(String text) {
    assertThat(replace(text)).isEmpty();

    assertThat(mistakes).containsExactly("has a " + text + " that names nothing");
  }

  private Optional<String> replace(String text) {
    Map<String, String> environment =
        Map.of("A", "a", "B", "$1\\", "EMPTY", "", "NESTED", "${env:A}");
    return new Interpolation(environment, directory, new SmallFiles(file -> {}))
        .replace(text, mistakes::add);
  }
}
