package dev.registrynotifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.plugin.PluginContext;
import dev.registrynotifications.plugin.PluginException;
import dev.registrynotifications.plugin.RepositoryDecorator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationsPluginTest {

  private static final String ENDPOINTS =
      "  endpoints: [{name: plugin-test, url: 'http://127.0.0.1:1/'}]\n";

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final NotificationsPlugin plugin = new NotificationsPlugin();
  @TempDir private Path directory;

  @Test
  void decoratesNothingWithoutItsFlag() throws IOException, JMException {
    assertThat(plugin.start(context("notifications:\n" + ENDPOINTS)))
        .isSameAs(RepositoryDecorator.NONE);
    assertThat(isShown()).isFalse();
    plugin.close();
  }

  @Test
  void decoratesNothingWithoutAConfigurationFile() {
    assertThat(plugin.start(new Context(Optional.empty()))).isSameAs(RepositoryDecorator.NONE);
  }

  @Test
  void runsFromStartToClose() throws IOException, JMException {
    RepositoryDecorator decorator =
        plugin.start(context("notifications:\n  enabled: true\n" + ENDPOINTS));

    assertThat(decorator).isNotSameAs(RepositoryDecorator.NONE);
    assertThat(isShown()).isTrue();
    plugin.close();
    assertThat(isShown()).isFalse();
    plugin.close();
  }

  @Test
  void doesNotStartWithAMistake() throws IOException, JMException {
    PluginContext context = context("notifications:\n  enabled: true\n  endpoint: []\n");

    assertThatThrownBy(() -> plugin.start(context))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("notifications.endpoint isn't known");
    assertThat(isShown()).isFalse();
  }

  private boolean isShown() throws JMException {
    return server.isRegistered(
        new ObjectName("dev.registrynotifications:type=Endpoint,name=\"plugin-test\""));
  }

  private PluginContext context(String yaml) throws IOException {
    return new Context(Optional.of(Files.writeString(directory.resolve("config.yml"), yaml)));
  }

  private record Context(Optional<Path> configurationFile) implements PluginContext {
    @Override
    public String serverAddress() {
      return "node:5000";
    }
  }
}
