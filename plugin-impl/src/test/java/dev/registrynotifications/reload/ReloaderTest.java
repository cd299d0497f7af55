package dev.registrynotifications.reload;

import static dev.registrynotifications.reload.ChangingFile.NOW;
import static dev.registrynotifications.reload.ChangingFile.lookUntilAtRest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.endpoint.RecordedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With real files, at which the test looks by hand. */
class ReloaderTest {

  @TempDir private Path directory;
  @AutoClose private final Receivers receivers = new Receivers();
  private ChangingFile file;

  @BeforeEach
  void chooseFile() {
    file = new ChangingFile(directory.resolve("config.yml"), receivers);
  }

  @Test
  void putsAChangedFileIntoForceWhenItIsAtRest() throws IOException {
    file.write("", file.endpoint("ci", ""));
    try (Node node = file.start();
        RecordedLog log = RecordedLog.of(Reloader.class)) {
      Reloader reloader = file.reloader(node);
      lookUntilAtRest(reloader);
      file.write("", file.endpoint("ci", ""), file.endpoint("scanner", ""));

      reloader.look();
      assertThat(node.endpoints().names()).containsExactly("ci");
      reloader.look();
      lookUntilAtRest(reloader);

      assertThat(node.endpoints().names()).containsExactly("ci", "scanner");
      assertThat(log.lines())
          .containsExactly(
              "INFO Endpoint scanner at " + receivers.url("scanner") + " is added; 0 pending");
      assertThat(reloader.inForce().config().endpoints()).hasSize(2);
      assertThat(reloader.inForce().problems()).isEmpty();
    }
  }

  @Test
  void leavesEverythingAsItIsWhileNothingChanges() throws IOException {
    file.write("", file.endpoint("ci", ""));
    try (Node node = file.start();
        RecordedLog log = RecordedLog.of(Reloader.class)) {
      Reloader reloader = file.reloader(node);
      InForce before = reloader.inForce();

      lookUntilAtRest(reloader);

      assertThat(reloader.inForce()).isEqualTo(before);
      assertThat(reloader.reload().lines()).isEmpty();
      assertThat(log.lines()).isEmpty();
    }
  }

  @Test
  void namesKeysThatCountFromTheNextStartAndAppliesTheRest() throws IOException {
    file.write("", file.endpoint("ci", ""));
    try (Node node = file.start();
        RecordedLog log = RecordedLog.of(Reloader.class)) {
      Reloader reloader = file.reloader(node);
      lookUntilAtRest(reloader);
      file.write(
          "  shutdownTimeout: 9s\n  events: {includereferences: true}\n",
          file.endpoint("scanner", ""));

      lookUntilAtRest(reloader);
      lookUntilAtRest(reloader);

      String waiting =
          "Changes of these keys count from the next start: notifications.events.includereferences";
      assertThat(log.lines())
          .containsExactly(
              "WARNING " + waiting,
              "INFO Endpoint scanner at " + receivers.url("scanner") + " is added; 0 pending",
              "INFO Endpoint ci is removed; 0 pending",
              "INFO notifications.shutdownTimeout has changed");
      assertThat(reloader.inForce().problems()).isEqualTo(waiting);
      assertThat(reloader.inForce().config().includeReferences()).isFalse();
      assertThat(reloader.inForce().config().shutdownTimeout()).isEqualTo(Duration.ofSeconds(9));
      assertThat(reloader.reload().lines()).containsExactly(waiting);
    }
  }

  @Test
  void keepsEndpointsWhenNotificationsAreSwitchedOff() throws IOException {
    file.write("", file.endpoint("ci", ""));
    try (Node node = file.start();
        RecordedLog log = RecordedLog.of(Reloader.class)) {
      Reloader reloader = file.reloader(node);
      lookUntilAtRest(reloader);
      Files.writeString(file.path(), "notifications: {enabled: false}\n");

      lookUntilAtRest(reloader);

      assertThat(node.endpoints().names()).containsExactly("ci");
      assertThat(log.lines())
          .containsExactly(
              "WARNING Changes of these keys count from the next start: notifications.enabled");
    }
  }

  @Test
  void readsAtOnceWhenItIsAskedTo() throws IOException {
    file.write("", file.endpoint("ci", ""));
    try (Node node = file.start()) {
      Reloader reloader = file.reloader(node);
      file.write("", file.endpoint("scanner", ""));

      List<String> lines = reloader.reload().lines();

      assertThat(lines)
          .containsExactly(
              "Endpoint scanner at " + receivers.url("scanner") + " is added; 0 pending",
              "Endpoint ci is removed; 0 pending");
      assertThat(reloader.reload().lines()).isEmpty();
      assertThat(reloader.inForce().time()).isEqualTo(NOW);
    }
  }
}
