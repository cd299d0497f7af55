package dev.registrynotifications.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.host.HostProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a server waits for when it starts with the plugin, counted in classes: half of the time goes
 * into loading them, and a count is the same on each machine.
 */
class StartUpIT {

  private static final String CONFIGURATION =
      """
      notifications:
        enabled: true
        endpoints:
          - {name: ci, url: 'http://127.0.0.1:9/'}
      """;

  private static final int MAX_CLASSES = 1_200;

  @TempDir Path work;

  @Test
  void loadsNothingThatOnlyDeliveriesNeed() throws Exception {
    List<String> loaded = loadedAtStart();

    assertThat(loaded)
        .filteredOn(line -> line.contains(" dev.registrynotifications.shaded."))
        .isNotEmpty()
        .noneMatch(line -> line.contains(".jackson.jr."));
    assertThat(loaded).noneMatch(line -> line.contains("sun.security.ssl.SSLContextImpl"));
  }

  @Test
  void loadsNotManyClassesOfThePlugin() throws Exception {
    List<String> loaded = loadedAtStart();

    assertThat(loaded)
        .filteredOn(line -> line.contains("/plugins/registry-notifications.jar"))
        .hasSizeBetween(100, MAX_CLASSES);
  }

  private List<String> loadedAtStart() throws IOException, InterruptedException {
    Path classes = work.resolve("classes.txt");
    Installation installation = Installation.in(work, CONFIGURATION);
    try (HostProcess host =
        installation.host().withJvm("-Xlog:class+load:file=" + classes).start()) {
      assertThat(host.isAlive()).isTrue();
      return Files.readAllLines(classes);
    }
  }
}
