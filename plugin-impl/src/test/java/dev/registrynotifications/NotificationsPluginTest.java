package dev.registrynotifications;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.management.JournalMXBean;
import dev.registrynotifications.management.NotificationsMXBean;
import dev.registrynotifications.plugin.PluginContext;
import dev.registrynotifications.plugin.PluginException;
import dev.registrynotifications.plugin.RepositoryDecorator;
import dev.registrynotifications.plugin.RequestContext;
import dev.registrynotifications.registry.RepositoryName;
import dev.registrynotifications.registry.RepositoryRemover;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.MBeanServerDelegate;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationsPluginTest {

  private static final RequestContext CONTEXT =
      new RequestContext(
          Events.REQUEST, ActorRecord.UNKNOWN, URI.create("https://hub.example.com/"));
  private static final String ENABLED = "notifications:\n  enabled: true\n";
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
    RepositoryDecorator decorator = plugin.start(context(ENABLED + ENDPOINTS));

    assertThat(decorator).isNotSameAs(RepositoryDecorator.NONE);
    assertThat(isShown()).isTrue();
    plugin.close();
    assertThat(isShown()).isFalse();
    plugin.close();
  }

  @Test
  void doesNotStartWithAMistake() throws IOException, JMException {
    PluginContext context = context(ENABLED + "  endpoint: []\n");

    assertThatThrownBy(() -> plugin.start(context))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("notifications.endpoint isn't known");
    assertThat(isShown()).isFalse();
  }

  @Test
  void keepsEventsInFilesBesideTheConfigurationByDefault() throws IOException {
    plugin.start(context(ENABLED + ENDPOINTS));

    assertThat(directory.resolve("data/notifications/segments")).isNotEmptyDirectory();
    assertThat(journal().getType()).isEqualTo("file");
    plugin.close();
  }

  @Test
  void keepsEventsInMemoryIfItIsTold() throws IOException {
    plugin.start(context(ENABLED + "  journal: {type: memory}\n" + ENDPOINTS));

    assertThat(journal().getType()).isEqualTo("memory");
    assertThat(directory.resolve("data")).doesNotExist();
    plugin.close();
  }

  @Test
  void doesNotStartWithAJournalDirectoryThatIsAFile() throws IOException, JMException {
    Path file = Files.writeString(directory.resolve("journal"), "in the way");
    PluginContext context = context(ENABLED + "  journal: {path: journal}\n" + ENDPOINTS);

    assertThatThrownBy(() -> plugin.start(context))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("notifications.journal.path")
        .hasMessageContaining(file.toString())
        .message()
        .doesNotContain("\n", "Exception", "null");
    assertThat(isShown()).isFalse();
    assertThat(file).hasContent("in the way");
  }

  @ParameterizedTest
  @ValueSource(strings = {"segments", "cursors", "dead-letters"})
  void doesNotStartWhenSomethingIsInTheWayOfItsFiles(String name) throws IOException, JMException {
    Path journal = Files.createDirectories(directory.resolve("data/notifications"));
    Path inTheWay = Files.writeString(journal.resolve(name), "in the way");
    PluginContext context = context(ENABLED + ENDPOINTS);

    assertThatThrownBy(() -> plugin.start(context))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("notifications.journal.path")
        .hasMessageContaining(inTheWay.toString())
        .message()
        .doesNotContain("\n", "Exception", "null");
    assertThat(isShown()).isFalse();

    Files.delete(inTheWay);
    plugin.start(context);
    assertThat(journal().getState()).isEqualTo("writing");
    plugin.close();
  }

  @Test
  void doesNotStartOnTheDirectoryOfAnother() throws IOException, JMException {
    PluginContext context = context(ENABLED + ENDPOINTS);
    NotificationsPlugin second = new NotificationsPlugin();
    plugin.start(context);

    assertThatThrownBy(() -> second.start(context))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("notifications.journal.path")
        .hasMessageContaining(directory.resolve("data/notifications").toString())
        .hasMessageContaining("process " + ProcessHandle.current().pid());

    second.close();
    assertThat(isShown()).isTrue();
    assertThat(journal().getState()).isEqualTo("writing");
    plugin.close();
  }

  @Test
  void leavesTheDirectoryToTheNextWhenItIsClosed() throws IOException, JMException {
    PluginContext context = context(ENABLED + ENDPOINTS);
    plugin.start(context);
    String logId = journal().getLogId();
    plugin.close();

    NotificationsPlugin next = new NotificationsPlugin();
    next.start(context);

    assertThat(isShown()).isTrue();
    assertThat(journal().getLogId()).isEqualTo(logId);
    next.close();
  }

  @Test
  void leavesTheDirectoryToTheNextWhenAnErrorEndsItsStart() throws IOException, JMException {
    PluginContext context = context(ENABLED + ENDPOINTS);
    NotificationListener broken =
        (notification, handback) -> {
          throw new StackOverflowError("a test's");
        };
    server.addNotificationListener(MBeanServerDelegate.DELEGATE_NAME, broken, null, null);

    assertThatThrownBy(() -> plugin.start(context)).isInstanceOf(StackOverflowError.class);

    server.removeNotificationListener(MBeanServerDelegate.DELEGATE_NAME, broken);
    unregisterWhatTheListenerLeft();
    NotificationsPlugin next = new NotificationsPlugin();
    next.start(context);
    assertThat(journal().getState()).isEqualTo("writing");
    next.close();
  }

  /** Whoever registers a bean doesn't know that it is there if that ends in an error. */
  private void unregisterWhatTheListenerLeft() throws JMException {
    for (ObjectName name : server.queryNames(new ObjectName("dev.registrynotifications:*"), null)) {
      try {
        server.unregisterMBean(name);
      } catch (RuntimeMBeanException e) {
        // It has gone all the same; only its own end failed, as it never heard of its beginning.
      }
    }
  }

  @Test
  void followsItsFileWhenItIsToldTo() throws IOException, JMException {
    plugin.start(context(ENABLED + ENDPOINTS));
    NotificationsMXBean bean =
        JMX.newMXBeanProxy(
            server,
            new ObjectName("dev.registrynotifications:type=Notifications"),
            NotificationsMXBean.class);
    Path file =
        Files.writeString(
            directory.resolve("config.yml"),
            ENABLED + "  endpoints: [{name: other, url: 'http://127.0.0.1:1/'}]\n");

    // Nothing is new if the watch, which looks by itself, has been faster.
    assertThat(bean.reload().length).isIn(0, 2);

    assertThat(isShown()).isFalse();
    assertThat(bean.getEndpoints()).containsExactly("other");
    assertThat(bean.getConfiguration()).contains("other").doesNotContain("plugin-test");
    assertThat(bean.getConfigurationFile()).isEqualTo(file.toString());
    assertThat(bean.getConfigurationProblems()).isEmpty();
    plugin.close();
  }

  @Test
  void deliversAfterTheNextStartWhatTheReceiverWasDownFor() throws IOException {
    try (WebhookServer receiver = WebhookServer.down()) {
      PluginContext context = context(ENABLED + endpoint(receiver));
      RepositoryDecorator decorator = plugin.start(context);
      remove(decorator, "team/one");
      remove(decorator, "team/two");
      plugin.close();

      receiver.start();
      NotificationsPlugin next = new NotificationsPlugin();
      RepositoryDecorator nextDecorator = next.start(context);
      remove(nextDecorator, "team/three");

      await().atMost(DEADLINE).until(() -> receiver.bodies().size() >= 3);
      next.close();
      assertThat(receiver.bodies()).hasSize(3);
      assertThat(receiver.bodies().get(0)).contains("\"action\": \"delete\"", "team/one");
      assertThat(receiver.bodies().get(1)).contains("team/two");
      assertThat(receiver.bodies().get(2)).contains("team/three");
    }
  }

  /** The breaker opens at once, so that a stop doesn't wait. */
  private static String endpoint(WebhookServer receiver) {
    return "  endpoints: [{name: plugin-test, url: '%s', timeout: 60s, threshold: 1, backoff: 10ms}]\n"
        .formatted(receiver.url());
  }

  private static void remove(RepositoryDecorator decorator, String repository) throws IOException {
    RepositoryRemover host = name -> true;
    assertThat(decorator.decorate(host, CONTEXT).remove(new RepositoryName(repository))).isTrue();
  }

  private JournalMXBean journal() {
    try {
      ObjectName name = new ObjectName("dev.registrynotifications:type=Journal");
      return JMX.newMXBeanProxy(server, name, JournalMXBean.class);
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
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
