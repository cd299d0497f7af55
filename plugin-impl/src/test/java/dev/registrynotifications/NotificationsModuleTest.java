package dev.registrynotifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.ConfigurationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import dev.registrynotifications.bus.NotificationBus;
import dev.registrynotifications.config.JournalConfig;
import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.plugin.RepositoryDecorator;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotificationsModuleTest {

  private final Injector server =
      Guice.createInjector(
          new NotificationsModule(
              new NotificationsConfig(true, false, JournalConfig.inMemory(), List.of()),
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

  /** Bound by nobody, and without an annotation: Guice takes it unless told otherwise. */
  static final class OfTheServer {
    OfTheServer() {}
  }
}
