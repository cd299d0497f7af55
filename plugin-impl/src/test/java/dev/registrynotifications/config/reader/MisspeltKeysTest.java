package dev.registrynotifications.config.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.endpoint.RecordedLog;
import dev.registrynotifications.plugin.PluginException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisspeltKeysTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "treshold: 3, treshold, threshold",
    "Timeout: 3s, Timeout, timeout",
    "startform: latest, startform, startFrom",
    "maxattempt: 3, maxattempt, maxAttempts"
  })
  void suggestsTheKeyThatWasMeant(String line, String written, String meant) {
    assertThat(new EndpointFile(directory).mistakes(line))
        .singleElement()
        .asString()
        .startsWith(
            "5:7: %s isn't known; did you mean \"%s\"? The keys here are [allowedHosts,"
                .formatted(written, meant));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "startFrom: latets   | must be latest or earliest, not \"latets\"; did you mean"
            + " \"latest\"?",
        "mediaType: V2       | must be v1 or v2 or json, not \"V2\"; did you mean \"v2\"?",
        "private: dney       | must be allow or deny, not \"dney\"; did you mean \"deny\"?",
        "requireHttps: ture  | must be true or false, not \"ture\"; did you mean \"true\"?"
      })
  void suggestsTheWordThatWasMeant(String line, String mistake) {
    assertThat(new EndpointFile(directory).mistakes(line))
        .singleElement()
        .asString()
        .endsWith(mistake);
  }

  @Test
  void findsTheMistakesBelowAMisspeltKey() throws IOException {
    Path file =
        file(
            """
            notifications:
              enabled: true
              endpoint:
                - name: ci
                  url: http://ci.example.com/
                  timeout: 500
                  headres: {Host: [x]}
                  bacth: {maxEvents: many}
                  secret: [whsec_]
            """);

    assertThatThrownBy(() -> reader(Map.of()).read(file))
        .isInstanceOf(PluginException.class)
        .message()
        .satisfies(
            message ->
                assertThat(
                        message
                            .lines()
                            .map(line -> line.replace(file.toString(), "FILE"))
                            .map(line -> line.replaceFirst("The keys here are .*", "")))
                    .containsExactly(
                        "Could not read the notifications configuration:",
                        "  1. FILE:3:3: notifications.endpoint isn't known; did you mean"
                            + " \"endpoints\"? ",
                        "  2. FILE:6:16: notifications.endpoints[0].timeout has no unit"
                            + " (distribution would read nanoseconds); write \"500ms\" or"
                            + " \"500s\"",
                        "  3. FILE:7:7: notifications.endpoints[0].headres isn't known; did you"
                            + " mean \"headers\"? ",
                        "  4. FILE:7:17: notifications.endpoints[0].headers.Host is set by the"
                            + " HTTP client itself and must be left out",
                        "  5. FILE:8:7: notifications.endpoints[0].bacth isn't known; did you mean"
                            + " \"batch\"? ",
                        "  6. FILE:8:26: notifications.endpoints[0].batch.maxEvents must be a"
                            + " whole number, not \"many\"",
                        "  7. FILE:9:7: notifications.endpoints[0].secret isn't known; did you mean"
                            + " \"secrets\"? ",
                        "  8. FILE:9:16: notifications.endpoints[0].secrets has a whsec_ secret"
                            + " that isn't 24 to 64 bytes long"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "headers: {A: [x]}\nheadres: {Host: [x]}",
        "headers:\nheadres: {Host: [x]}",
        "headres: {Host: [x]}\nheaders_: {Host: [x]}"
      })
  void readsNothingBelowAKeyIfItIsNotClearWhatWasMeant(String keys) {
    assertThat(new EndpointFile(directory).mistakes(keys))
        .allMatch(mistake -> mistake.contains("isn't known; did you mean \"headers\"?"));
  }

  @Test
  void suggestsTheKeyThatAVariableMeant() {
    ConfigReader reader =
        reader(
            Map.of(
                "REGISTRY_NOTIFICATIONS_ENABLED",
                "true",
                "REGISTRY_NOTIFICATIONS_ENDPOINT_0_NAME",
                "ci",
                "REGISTRY_NOTIFICATIONS_ENDPOINT_0_TIMEOUT",
                "500",
                "REGISTRY_NOTIFICATIONS_SHUTDOWNTIMOUT",
                "5s",
                "REGISTRY_NOTIFICATIONS_" + "A_".repeat(20_000),
                "5s"));

    assertThatThrownBy(reader::read)
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("notifications.endpoint isn't known; did you mean \"endpoints\"?")
        .hasMessageContaining(
            "REGISTRY_NOTIFICATIONS_ENDPOINT_0_TIMEOUT:1:1: notifications.endpoints[0].timeout has")
        .hasMessageContaining(
            "REGISTRY_NOTIFICATIONS_SHUTDOWNTIMOUT:1:1: notifications.shutdowntimout isn't known;"
                + " did you mean \"shutdownTimeout\"?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"notification", "Notifications", "notificatoins", "NOTIFICATIONS"})
  void logsThatTheBlockSeemsToBeMisspelt(String key) throws IOException {
    List<String> lines = logged("version: 0.1\n" + key + ": {enabled: true}\n");

    assertThat(lines)
        .containsExactly(
            "WARNING Nothing is read of \"%s\" at FILE:2:1; did you mean \"notifications\"?"
                .formatted(key),
            "INFO Notifications are off: no notifications block in FILE");
  }

  @Test
  void logsThatTheFlagSeemsToBeMisspelt() throws IOException {
    assertThat(logged("notifications:\n  enable: true\n"))
        .hasSize(2)
        .first()
        .isEqualTo("WARNING Nothing is read of \"enable\" at FILE:2:3; did you mean \"enabled\"?");
  }

  @Test
  void saysNothingOfDistributionsOtherKeys() throws IOException {
    String keys =
        """
        version: 0.1
        log: {level: info}
        loglevel: info
        storage: {inmemory: }
        auth: {}
        middleware: {}
        reporting: {}
        http: {addr: ":5000"}
        redis: {}
        health: {}
        proxy: {}
        compatibility: {}
        validation: {}
        policy: {}
        catalog: {}
        """;

    assertThat(logged(keys))
        .containsExactly("INFO Notifications are off: no notifications block in FILE");
  }

  @Test
  void startsAndSaysSoIfTheFlagIsSetElsewhere() throws IOException {
    Path file = file("notification: {endpoints: []}\n");
    try (RecordedLog log = RecordedLog.of(ConfigReader.class)) {
      NotificationsConfig config = new ConfigReader(Map.of(), "true").read(file);

      assertThat(config.enabled()).isTrue();
      assertThat(log.lines())
          .singleElement()
          .asString()
          .startsWith("WARNING Nothing is read of \"notification\" at ");
    }
  }

  private List<String> logged(String yaml) throws IOException {
    Path file = file(yaml);
    try (RecordedLog log = RecordedLog.of(ConfigReader.class)) {
      assertThat(reader(Map.of()).read(file).enabled()).isFalse();
      return log.lines().stream().map(line -> line.replace(file.toString(), "FILE")).toList();
    }
  }

  private static ConfigReader reader(Map<String, String> environment) {
    return new ConfigReader(environment, null);
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(directory.resolve("config.yml"), yaml);
  }
}
