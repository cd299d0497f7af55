package dev.registrynotifications.config.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.config.JournalConfig;
import dev.registrynotifications.config.JournalConfig.Fsync;
import dev.registrynotifications.plugin.PluginException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalReaderTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{journal: }",
        "{journal: {}}",
        "{journal: {type: , path: , maxBytes: , retention: , fsync: , bufferEvents: }}",
        "{journal: {type: file, retention: 0, bufferEvents: 0}}",
        "{journal: {retention: -1h, bufferEvents: -1}}"
      })
  void keepsAGibibyteInFilesBesideTheConfigurationByDefault(String block) throws IOException {
    assertThat(journal(block, Map.of()))
        .isEqualTo(
            new JournalConfig(
                JournalConfig.Type.FILE,
                directory.resolve("data/notifications"),
                1_073_741_824,
                Duration.ofHours(24),
                Fsync.INTERVAL,
                10_000));
  }

  @Test
  void keepsLessInMemoryByDefault() throws IOException {
    JournalConfig journal = journal("{journal: {type: memory}}", Map.of());

    assertThat(journal)
        .isEqualTo(
            new JournalConfig(
                JournalConfig.Type.MEMORY,
                directory.resolve("data/notifications"),
                67_108_864,
                Duration.ofHours(24),
                Fsync.INTERVAL,
                10_000));
  }

  @ParameterizedTest
  @CsvSource({"file, FILE", "memory, MEMORY"})
  void readsEveryKeyWithEitherType(String word, JournalConfig.Type type) throws IOException {
    JournalConfig journal =
        journal(
            "{journal: {type: "
                + word
                + ", path: queue, maxBytes: 2GiB, retention: 1h30m, fsync: always, bufferEvents:"
                + " 5}}",
            Map.of());

    assertThat(journal)
        .isEqualTo(
            new JournalConfig(
                type,
                directory.resolve("queue"),
                2_147_483_648L,
                Duration.ofMinutes(90),
                Fsync.ALWAYS,
                5));
  }

  @Test
  void namesAllMistakesWithTheirPlacesAtOnce() throws IOException {
    Path file =
        file(
            """
            {journal: {
              type: disk,
              path: "data\\0notifications",
              maxBytes: 1048576,
              retention: a day,
              fsync: true,
              bufferEvents: many,
              maxBites: 1GiB
            }, endpoints: {}}
            """);

    assertThatThrownBy(() -> reader(Map.of()).read(file))
        .isInstanceOf(PluginException.class)
        .hasMessage(
            """
            Could not read the notifications configuration:
              1. FILE:2:9: notifications.journal.type must be file or memory, not "disk"
              2. FILE:3:9: notifications.journal.path is no path: Nul character not allowed
              3. FILE:4:13: notifications.journal.maxBytes has no unit; write "1048576B" or "1048576MiB"
              4. FILE:5:14: notifications.journal.retention must be a duration such as "500ms", "1s" or "1m30s", not "a day"
              5. FILE:6:10: notifications.journal.fsync must be interval or always, not "true"
              6. FILE:7:17: notifications.journal.bufferEvents must be a whole number, not "many"
              7. FILE:8:3: notifications.journal.maxBites isn't known; did you mean "maxBytes"? The keys here are [bufferEvents, fsync, maxBytes, path, retention, type]
              8. FILE:9:15: notifications.endpoints must be a list, not a mapping"""
                .replace("FILE", file.toString()));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "file,   1023KiB, must be at least 1MiB",
        "memory, 63KiB,   must be at least 64KiB",
        "file,   0,       must be at least 1MiB",
        "memory, 0MiB,    must be at least 64KiB",
        "file,   -1GiB,   `must be a size such as \"64MiB\" or \"1GiB\"`",
        "file,   plenty,  `must be a size such as \"64MiB\" or \"1GiB\"`",
        "file,   8388608TiB, `must be a size such as \"64MiB\" or \"1GiB\"`"
      })
  void refusesASizeThatCanNotBeMeant(String type, String size, String why) throws IOException {
    Path file = file("{journal: {type: " + type + ", maxBytes: " + size + "}}\n");

    assertThatThrownBy(() -> reader(Map.of()).read(file))
        .isInstanceOf(PluginException.class)
        .hasMessageEndingWith("notifications.journal.maxBytes " + why + ", not \"" + size + "\"");
  }

  @ParameterizedTest
  @CsvSource({"file, 1MiB, 1048576", "memory, 64KiB, 65536"})
  void takesTheSmallestSizeOfEachType(String type, String size, long bytes) throws IOException {
    JournalConfig journal =
        journal("{journal: {type: " + type + ", maxBytes: " + size + "}}", Map.of());

    assertThat(journal.maxBytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{journal: memory}       | journal must be a mapping, not a single value",
        "{journal: {path: [a]}}  | journal.path must be a single value, not a list",
        "{journal: {path: ' '}}  | journal.path is blank; it must name a directory",
        "{journal: {type: FILE}} | journal.type must be file or memory, not \"FILE\""
      })
  void refusesWhatNamesNoJournal(String block, String problem) throws IOException {
    Path file = file(block);

    assertThatThrownBy(() -> reader(Map.of()).read(file)).hasMessageContaining(problem);
  }

  @Test
  void keepsAnAbsolutePathAndTakesDetoursOut() throws IOException {
    Path elsewhere = directory.resolveSibling("elsewhere");

    assertThat(journal("{journal: {path: " + elsewhere + "}}", Map.of()).path())
        .isEqualTo(elsewhere);
    assertThat(journal("{journal: {path: ./a/../../elsewhere/}}", Map.of()).path())
        .isEqualTo(elsewhere);
  }

  @Test
  void findsTheDirectoryOfARelativeConfigurationFile() throws IOException {
    Path file = Path.of("").toAbsolutePath().relativize(file("{}"));

    assertThat(reader(Map.of()).read(file).journal().path())
        .isEqualTo(directory.resolve("data/notifications"));
  }

  @Test
  void takesARelativePathFromTheWorkingDirectoryWithoutAFile() {
    Map<String, String> environment = Map.of("REGISTRY_NOTIFICATIONS_JOURNAL_PATH", "queue");

    JournalConfig journal = reader(environment).read().journal();

    assertThat(journal.path()).isEqualTo(Path.of("queue").toAbsolutePath());
  }

  @Test
  void laysTheEnvironmentOverTheFile() throws IOException {
    Map<String, String> environment =
        Map.of(
            "REGISTRY_NOTIFICATIONS_JOURNAL_TYPE", "memory",
            "REGISTRY_NOTIFICATIONS_JOURNAL_PATH", "queue",
            "REGISTRY_NOTIFICATIONS_JOURNAL_MAXBYTES", "2 MiB",
            "REGISTRY_NOTIFICATIONS_JOURNAL_RETENTION", "1h",
            "REGISTRY_NOTIFICATIONS_JOURNAL_FSYNC", "always",
            "REGISTRY_NOTIFICATIONS_JOURNAL_BUFFEREVENTS", "7");
    JournalConfig overlaid =
        new JournalConfig(
            JournalConfig.Type.MEMORY,
            directory.resolve("queue"),
            2_097_152,
            Duration.ofHours(1),
            Fsync.ALWAYS,
            7);

    assertThat(journal("{}", environment)).isEqualTo(overlaid);
    assertThat(journal("{journal: {maxBytes: 3GiB, bufferEvents: 8}}", environment))
        .isEqualTo(overlaid);
  }

  @Test
  void takesTheWholeJournalAsYamlFromTheEnvironment() throws IOException {
    Map<String, String> environment =
        Map.of("REGISTRY_NOTIFICATIONS_JOURNAL", "{type: memory, maxBytes: 1MiB}");

    JournalConfig journal = journal("{journal: {fsync: always}}", environment);

    assertThat(journal.maxBytes()).isEqualTo(1_048_576);
    assertThat(journal.fsync()).isEqualTo(Fsync.INTERVAL);
  }

  @Test
  void namesTheVariableWithAMistake() {
    Map<String, String> environment =
        Map.of(
            "REGISTRY_NOTIFICATIONS_JOURNAL_MAXBYTES", "9",
            "REGISTRY_NOTIFICATIONS_JOURNAL_MAXBITES", "1GiB");

    assertThatThrownBy(() -> reader(environment).read())
        .hasMessage(
            """
            Could not read the notifications configuration:
              1. REGISTRY_NOTIFICATIONS_JOURNAL_MAXBITES:1:1: notifications.journal.maxbites isn't known; did you mean "maxBytes"? The keys here are [bufferEvents, fsync, maxBytes, path, retention, type]
              2. REGISTRY_NOTIFICATIONS_JOURNAL_MAXBYTES:1:1: notifications.journal.maxBytes has no unit; write "9B" or "9MiB\"""");
  }

  @Test
  void takesKeysInLowerCaseButNotInBothSpellings() throws IOException {
    Path both =
        Files.writeString(
            directory.resolve("both.yml"),
            "notifications: {journal: {maxbytes: 1GiB, maxBytes: 2GiB}}");

    assertThat(journal("{journal: {maxbytes: 3GiB}}", Map.of()).maxBytes())
        .isEqualTo(3_221_225_472L);
    assertThatThrownBy(() -> reader(Map.of()).read(both))
        .hasMessageContaining(both + ":1:27: notifications.journal.maxbytes isn't known");
  }

  private JournalConfig journal(String block, Map<String, String> environment) throws IOException {
    return reader(environment).read(file(block)).journal();
  }

  private static ConfigReader reader(Map<String, String> environment) {
    Map<String, String> enabled = new HashMap<>(environment);
    enabled.put("REGISTRY_NOTIFICATIONS_ENABLED", "true");
    return new ConfigReader(enabled, null);
  }

  private Path file(String block) throws IOException {
    return Files.writeString(directory.resolve("config.yml"), "notifications: " + block);
  }
}
