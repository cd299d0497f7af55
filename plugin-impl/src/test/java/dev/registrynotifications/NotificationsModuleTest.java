package dev.registrynotifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.ConfigurationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import dev.registrynotifications.bus.NotificationBus;
import dev.registrynotifications.config.ContainerConfig;
import dev.registrynotifications.config.JournalConfig;
import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.plugin.RepositoryDecorator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationsModuleTest {

  private final Injector server =
      Guice.createInjector(
          new NotificationsModule(
              new NotificationsConfig(
                  true,
                  false,
                  JournalConfig.inMemory(),
                  Duration.ofSeconds(5),
                  ContainerConfig.DEFAULT,
                  List.of()),
              "node:5000"));

  @Test
  void exposesOneDecoratorAndTheServiceBehindIt() {
    assertThat(server.getInstance(RepositoryDecorator.class))
        .isSameAs(server.getInstance(RepositoryDecorator.class));
    assertThat(server.getInstance(NotificationsService.class))
        .isSameAs(server.getInstance(NotificationsService.class));
  }

  @Test
  void keepsItsInsidesToItself() {
    assertThatThrownBy(() -> server.getInstance(EventLog.class))
        .isInstanceOf(ConfigurationException.class);
    assertThat(server.getExistingBinding(Key.get(NotificationBus.class))).isNull();
  }

  @Test
  void leavesTheServersInjectorAsLenientAsItWas() {
    assertThat(server.getInstance(OfTheServer.class)).isNotNull();
  }

  @Test
  void runsOnAJournalInFiles(@TempDir Path directory) {
    JournalConfig journal =
        new JournalConfig(
            JournalConfig.Type.FILE,
            directory.resolve("journal"),
            1 << 20,
            Duration.ofHours(1),
            JournalConfig.Fsync.ALWAYS,
            10);
    NotificationsConfig config =
        new NotificationsConfig(
            true, false, journal, Duration.ofSeconds(5), ContainerConfig.DEFAULT, List.of());
    Injector injector = Guice.createInjector(new NotificationsModule(config, "node:5000"));
    assertThat(directory).isEmptyDirectory();

    injector.getInstance(NotificationsService.class).start();

    assertThat(directory.resolve("journal").resolve("segments")).isNotEmptyDirectory();
    injector.getInstance(NotificationsService.class).close();
  }

  /** Bound by nobody, and without an annotation: Guice takes it unless told otherwise. */
  static final class OfTheServer {
    OfTheServer() {}
  }
}
