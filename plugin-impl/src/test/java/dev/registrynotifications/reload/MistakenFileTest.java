package dev.registrynotifications.reload;

import static dev.registrynotifications.reload.ChangingFile.lookUntilAtRest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.endpoint.RecordedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file with mistakes changes nothing and says why, until they are mended. */
class MistakenFileTest {

  @TempDir private Path directory;
  @AutoClose private final Receivers receivers = new Receivers();
  private ChangingFile file;

  @BeforeEach
  void chooseFile() {
    file = new ChangingFile(directory.resolve("config.yml"), receivers);
  }

  @Test
  void changesNothingForAFileWithMistakesAndSaysWhyOnce() throws IOException {
    file.write("", file.endpoint("ci", ""));
    try (Node node = file.start();
        RecordedLog log = RecordedLog.of(Reloader.class)) {
      Reloader reloader = file.reloader(node);
      lookUntilAtRest(reloader);
      file.write("", file.endpoint("ci", "timeout: 500"), file.endpoint("ci", ""));

      lookUntilAtRest(reloader);
      lookUntilAtRest(reloader);

      assertThat(node.endpoints().names()).containsExactly("ci");
      assertThat(log.lines())
          .singleElement()
          .asString()
          .startsWith("SEVERE The configuration isn't in force as it is now. Could not read")
          .contains("1. ", "timeout", "2. ", "is taken by the endpoint");
      assertThat(reloader.inForce().problems()).contains("1. ", "2. ");
      node.push("one");
      receivers.awaitCount("ci", 1);
    }
  }

  @Test
  void saysThatMistakesAreMended() throws IOException {
    file.write("", file.endpoint("ci", ""));
    try (Node node = file.start();
        RecordedLog log = RecordedLog.of(Reloader.class)) {
      Reloader reloader = file.reloader(node);
      lookUntilAtRest(reloader);
      file.write("", file.endpoint("ci", "timeout: 500"));
      lookUntilAtRest(reloader);

      file.write("", file.endpoint("ci", ""));
      lookUntilAtRest(reloader);

      assertThat(reloader.inForce().problems()).isEmpty();
      assertThat(log.lines())
          .last()
          .isEqualTo(
              "INFO The configuration has no mistakes any more and is in force as it is now");
    }
  }

  @Test
  void goesOnWithoutAFileThatHasVanished() throws IOException {
    file.write("", file.endpoint("ci", ""));
    try (Node node = file.start();
        RecordedLog log = RecordedLog.of(Reloader.class)) {
      Reloader reloader = file.reloader(node);
      lookUntilAtRest(reloader);

      Files.delete(file.path());
      lookUntilAtRest(reloader);

      assertThat(node.endpoints().names()).containsExactly("ci");
      assertThat(log.lines()).singleElement().asString().contains("doesn't exist");
      assertThat(reloader.inForce().problems()).contains(file.path().toString());
    }
  }
}
