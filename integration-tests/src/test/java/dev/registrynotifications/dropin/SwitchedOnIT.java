package dev.registrynotifications.dropin;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.cases.Content;
import dev.registrynotifications.cases.RegistryClient;
import dev.registrynotifications.host.HostLauncher;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** When the server starts the plugin, and what it says when it can't. */
class SwitchedOnIT {

  private static final String BY_FILE = "enabled: true";
  private static final String NOT_BY_FILE = "enabled: false";

  @TempDir private Path work;

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void notifiesWhenItIsSwitchedOn(String by, String inFile, HostSetting setting) throws Exception {
    try (WebhookReceiver receiver = WebhookReceiver.start();
        HostProcess host = setting.on(prepare(inFile, receiver)).start()) {
      push(host);

      receiver.await(1, DEADLINE);
    }
  }

  static Stream<Arguments> notifiesWhenItIsSwitchedOn() {
    return Stream.of(
        Arguments.of("file", BY_FILE, (HostSetting) host -> host),
        Arguments.of(
            "environment",
            NOT_BY_FILE,
            (HostSetting) host -> host.withEnvironment("REGISTRY_NOTIFICATIONS_ENABLED", "true")),
        Arguments.of(
            "system property",
            NOT_BY_FILE,
            (HostSetting) host -> host.withJvm("-Dregistry.notifications.enabled=true")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "enabled: false | Notifications are off: switched off, at CONFIG:2:12",
        "events: {}     | Notifications are off: configured but not switched on; set notifications.enabled: true",
      })
  void saysWhyItIsOff(String line, String said) throws Exception {
    try (WebhookReceiver receiver = WebhookReceiver.start();
        HostProcess host = prepare(line, receiver).start()) {
      assertThat(push(host)).isEqualTo("202/201");

      host.stop();

      String expected = said.replace("CONFIG", work.resolve("config.yml").toString());
      assertThat(String.join("\n", host.output())).contains(expected);
      assertThat(receiver.posts()).isEmpty();
    }
  }

  @Test
  void namesAllMistakesAndServesWithoutThePlugin() throws Exception {
    String configuration =
        """
        notifications:
          enabled: true
          endpoints:
            - name: ci
              url: https://user:marked-secret@ci.example.com/
              timeout: 500
              headers: {Authorization: [marked-secret]}
              color: blue
        """;
    try (HostProcess host = Installation.in(work, configuration).host().start()) {
      assertThat(push(host)).isEqualTo("202/201");

      host.stop();

      assertThat(String.join("\n", host.output()))
          .contains(
              "plugin problem: Could not read the notifications configuration:",
              "1. " + work.resolve("config.yml") + ":6:16: notifications.endpoints[0].timeout",
              "write \"500ms\" or \"500s\"",
              "2. " + work.resolve("config.yml") + ":8:7: notifications.endpoints[0].color")
          .doesNotContain("marked-secret", "\tat ");
    }
  }

  @Test
  void namesABrokenJarAndRunsTheOthers() throws Exception {
    try (WebhookReceiver receiver = WebhookReceiver.start()) {
      HostLauncher launcher = prepare(BY_FILE, receiver);
      Path broken = Files.writeString(work.resolve("plugins/broken.jar"), "no jar");
      try (HostProcess host = launcher.start()) {
        push(host);

        receiver.await(1, DEADLINE);
        String problem = "plugin problem: Could not load plugin " + broken + ": ";
        await()
            .atMost(DEADLINE)
            .until(() -> host.output().stream().anyMatch(line -> line.startsWith(problem)));
      }
    }
  }

  private HostLauncher prepare(String firstLine, WebhookReceiver receiver) throws Exception {
    return Installation.in(
            work,
            """
        notifications:
          %s
          endpoints: [{name: ci, url: "%s", timeout: 60s}]
        """
                .formatted(firstLine, receiver.uri()))
        .host();
  }

  private static String push(HostProcess host) {
    RegistryClient client = new RegistryClient(host.baseUri());
    client.pushBlob("switched/on", Content.blob("blob"));
    return client.takeStatuses();
  }

  /** Where else the plugin is switched on. */
  @FunctionalInterface
  interface HostSetting {
    HostLauncher on(HostLauncher host);
  }
}
