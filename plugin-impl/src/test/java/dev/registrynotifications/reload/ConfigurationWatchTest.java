package dev.registrynotifications.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.reload.source.ConfigSource;
import dev.registrynotifications.reload.source.LoadedConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationWatchTest {

  @TempDir private Path directory;
  private final FlakyLog log = new FlakyLog();
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    file = directory.resolve("config.yml");
    write("{name: ci, url: 'http://127.0.0.1:1/'}");
  }

  @Test
  void tellsWhoeverReloadsWhatHasChangedAndWhatCouldNot() throws IOException {
    try (Node node = start();
        ConfigurationWatch watch = watch(node)) {
      watch.start();
      write("{name: ci, url: 'http://127.0.0.1:2/'}");
      log.fail();

      assertThat(watch.reload())
          .containsExactly(
              "Endpoint ci stands still, and its events wait in the journal: the disk is full");
      assertThat(watch.problems()).contains("stands still");
    }
  }

  @Test
  void refusesAFileWithMistakesWithAllOfThem() throws IOException {
    try (Node node = start();
        ConfigurationWatch watch = watch(node)) {
      watch.start();
      write("{name: ci, url: nowhere}");

      assertThatThrownBy(watch::reload)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("1. ")
          .hasMessageContaining("url");
      assertThat(node.endpoints().names()).containsExactly("ci");
    }
  }

  @Test
  void reloadsNothingBeforeTheEndpointsHaveStarted() throws IOException {
    try (Node node = start();
        ConfigurationWatch watch = watch(node)) {
      write("{name: other, url: 'http://127.0.0.1:1/'}");

      assertThatThrownBy(watch::reload)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("notifications are being started");
      assertThat(node.endpoints().names()).containsExactly("ci");
    }
  }

  @Test
  void readsNothingAnewThatCanBeReadOnlyOnce() throws IOException {
    LoadedConfig config = loaded();
    LoadedConfig fromPipe =
        new LoadedConfig(config.config(), config.source(), Set.of(Path.of("/dev/null")));
    try (Node node = start();
        ConfigurationWatch watch = watch(fromPipe, node)) {
      watch.start();
      write("{name: other, url: 'http://127.0.0.1:1/'}");

      assertThatThrownBy(watch::reload)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("The configuration, or a file that it names, can be read only once");
      assertThat(node.endpoints().names()).containsExactly("ci");
    }
  }

  @Test
  void tellsItsFileFromTheRootOnHoweverItWasNamed() throws IOException {
    file = Path.of("").toAbsolutePath().relativize(file);
    try (Node node = start();
        ConfigurationWatch watch = watch(node)) {
      assertThat(Path.of(watch.file())).isAbsolute();
      assertThat(Files.isSameFile(Path.of(watch.file()), file)).isTrue();
    }
  }

  private void write(String endpoint) throws IOException {
    Files.writeString(
        file,
        "notifications: {enabled: true, journal: {type: memory}, endpoints: [" + endpoint + "]}");
  }

  private Node start() {
    return new Node(log, loaded().config().endpoints().toArray(EndpointConfig[]::new));
  }

  private ConfigurationWatch watch(Node node) {
    return watch(loaded(), node);
  }

  private static ConfigurationWatch watch(LoadedConfig loaded, Node node) {
    return new ConfigurationWatch(
        loaded, node.endpoints(), NotificationsConfig::toString, InstantSource.system());
  }

  private LoadedConfig loaded() {
    return LoadedConfig.from(ConfigSource.ofProcess(Optional.of(file)));
  }
}
