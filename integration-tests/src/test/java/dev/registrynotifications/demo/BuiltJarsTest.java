package dev.registrynotifications.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltJarsTest {

  @TempDir Path root;

  private BuiltJars jars = new BuiltJars(Path.of(""));

  @BeforeEach
  void makeBuildDirectories() throws IOException {
    jars = new BuiltJars(Files.createDirectories(root.resolve("integration-tests/target")));
    Files.createDirectories(root.resolve("plugin-impl/target"));
  }

  @Test
  void findsPluginAmongItsRelatives() throws Exception {
    Path plugin = built("registry-notifications-plugin-0.1.0-SNAPSHOT.jar");
    built("registry-notifications-plugin-0.1.0-SNAPSHOT-sources.jar");
    built("registry-notifications-plugin-impl-0.1.0-SNAPSHOT.jar");

    assertThat(jars.plugin()).isEqualTo(plugin);
  }

  @Test
  void saysHowToBuildWhatIsMissing() {
    assertThatThrownBy(jars::plugin).hasMessageContaining("mvn -q -DskipTests package");
    assertThatThrownBy(jars::host).hasMessageContaining("registry-host.jar");
  }

  @Test
  void doesNotChooseBetweenTwoVersions() throws Exception {
    built("registry-notifications-plugin-0.1.0.jar");
    built("registry-notifications-plugin-0.2.0.jar");

    assertThatThrownBy(jars::plugin).isInstanceOf(DemoException.class);
  }

  private Path built(String name) throws IOException {
    return Files.createFile(root.resolve("plugin-impl/target").resolve(name));
  }
}
