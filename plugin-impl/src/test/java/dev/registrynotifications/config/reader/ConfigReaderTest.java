package dev.registrynotifications.config.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.config.BatchConfig;
import dev.registrynotifications.config.ContainerConfig;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.EventFormat;
import dev.registrynotifications.config.FilterConfig;
import dev.registrynotifications.config.JournalConfig;
import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.config.RetryConfig;
import dev.registrynotifications.config.Selection;
import dev.registrynotifications.config.SigningConfig;
import dev.registrynotifications.config.StartFrom;
import dev.registrynotifications.config.TlsConfig;
import dev.registrynotifications.config.TransportConfig;
import dev.registrynotifications.plugin.PluginException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {

  @TempDir private Path directory;

  @Test
  void readsTheBlockOutOfAWholeDistributionConfiguration() throws IOException {
    NotificationsConfig config =
        read(
            """
            version: 0.1
            storage:
              filesystem: {rootdirectory: /var/lib/registry}
            notifications:
              enabled: true
              events:
                includereferences: true
              endpoints:
                - name: ci
                  disabled: false
                  url: https://ci.example.com/hooks/registry
                  headers:
                    Authorization: [Bearer token]
                    X-Both: [one, two]
                  timeout: 500ms
                  threshold: 5
                  backoff: 2s
                  ignoredmediatypes:
                    - application/octet-stream
                  ignore:
                    mediatypes: [application/x]
                    actions: [pull]
                  startFrom: earliest
                - name: off
                  disabled: true
                  url: http://off.example.com/
            """);

    assertThat(config)
        .isEqualTo(
            new NotificationsConfig(
                true,
                true,
                defaultJournal(),
                Duration.ofSeconds(5),
                ContainerConfig.DEFAULT,
                List.of(
                    EndpointConfig.to("ci", URI.create("https://ci.example.com/hooks/registry"))
                        .headers(
                            Map.of(
                                "Authorization",
                                List.of("Bearer token"),
                                "X-Both",
                                List.of("one", "two")))
                        .filter(
                            new FilterConfig(
                                Selection.NONE,
                                new Selection(
                                    Set.of("pull"),
                                    Set.of("application/octet-stream", "application/x"),
                                    List.of(),
                                    List.of()),
                                true))
                        .retry(
                            new RetryConfig(
                                5,
                                Duration.ofSeconds(2),
                                2,
                                Duration.ofMinutes(5),
                                3,
                                Optional.empty(),
                                Optional.empty()))
                        .transport(
                            new TransportConfig(
                                Duration.ofMillis(500),
                                TlsConfig.DEFAULT,
                                new TransportConfig.Proxy.OfJvm(),
                                TransportConfig.Safety.ANYWHERE))
                        .startFrom(StartFrom.EARLIEST)
                        .build())));
  }

  @Test
  void takesTheOriginalsDefaults() throws IOException {
    EndpointConfig endpoint =
        onlyEndpoint(
            """
            notifications:
              enabled: true
              endpoints:
                - name: ci
                  url: http://ci.example.com
                  timeout: 0
                  threshold: 0
                  backoff: -1s
                  headers:
                  ignore:
            """);

    assertThat(endpoint)
        .isEqualTo(
            new EndpointConfig(
                "ci",
                URI.create("http://ci.example.com"),
                false,
                Map.of(),
                EventFormat.V1,
                FilterConfig.EVERYTHING,
                BatchConfig.SINGLE,
                1,
                RetryConfig.DEFAULT,
                TransportConfig.DEFAULT,
                SigningConfig.NONE,
                StartFrom.LATEST));
  }

  @Test
  void namesAllMistakesWithTheirPlacesAtOnce() throws IOException {
    Path file =
        file(
            """
            notifications:
              enabled: true
              retries: 3
              events: yes
              endpoints:
                - name: ci
                  url: ftp://ci.example.com
                  timeout: 500
                  threshold: many
                  backoff: soon
                  startFrom: beginning
                  colour: blue
                - name: ci
                  url: "http://ci example.com"
                  headers:
                    Host: [x]
                    "Bad Name": [x]
                    X-Bad: ["a\\nb"]
                  ignore: {actions: [pulls], media: x}
                - url: [http://a, http://b]
                  disabled: maybe
            """);

    assertThatThrownBy(() -> reader(Map.of()).read(file))
        .isInstanceOf(PluginException.class)
        .hasMessage(
            """
            Could not read the notifications configuration:
              1. FILE:3:3: notifications.retries isn't known; the keys here are [actorHeader, enabled, endpoints, events, journal, servletContexts, shutdownTimeout]
              2. FILE:4:11: notifications.events must be a mapping, not a single value
              3. FILE:7:12: notifications.endpoints[0].url must be http://HOST[:PORT]/… or https://HOST[:PORT]/…, with a port from 1 to 65535
              4. FILE:8:16: notifications.endpoints[0].timeout has no unit (distribution would read nanoseconds); write "500ms" or "500s"
              5. FILE:9:18: notifications.endpoints[0].threshold must be a whole number, not "many"
              6. FILE:10:16: notifications.endpoints[0].backoff must be a duration such as "500ms", "1s" or "1m30s", not "soon"
              7. FILE:11:18: notifications.endpoints[0].startFrom must be latest or earliest, not "beginning"
              8. FILE:12:7: notifications.endpoints[0].colour isn't known; the keys here are [allowedHosts, backoff, batch, concurrency, disabled, giveUpAfter, headers, hexSignature, ignore, ignoredmediatypes, include, maxAttempts, maxBackoff, mediaType, multiplier, name, private, proxy, pulls, rejectAfter, requireHttps, secrets, startFrom, threshold, timeout, tls, url]
              9. FILE:13:13: notifications.endpoints[1].name "ci" is taken by the endpoint at FILE:6:13
              10. FILE:14:12: notifications.endpoints[1].url is no URL: Illegal character in authority at its character 8
              11. FILE:16:9: notifications.endpoints[1].headers.Host is set by the HTTP client itself and must be left out
              12. FILE:17:9: notifications.endpoints[1].headers.Bad… is no header name; one has letters, digits and hyphens, and a colon and a blank behind
              13. FILE:18:9: notifications.endpoints[1].headers.X-Bad has a value with characters that no header may have, as line breaks are
              14. FILE:19:26: notifications.endpoints[1].ignore.actions has "pulls", which is none of push, pull, mount, delete; did you mean "pull"?
              15. FILE:19:34: notifications.endpoints[1].ignore.media isn't known; the keys here are [actions, mediatypes, repositories, tags]
              16. FILE:20:7: notifications.endpoints[2].name is missing; each endpoint needs one of its own
              17. FILE:20:7: notifications.endpoints[2].url is missing; write where events are to be sent
              18. FILE:20:12: notifications.endpoints[2].url must be a single value, not a list
              19. FILE:21:17: notifications.endpoints[2].disabled must be true or false, not "maybe\""""
                .replace("FILE", file.toString()));
  }

  @Test
  void neverQuotesSecrets() throws IOException {
    Path file =
        file(
            """
            notifications:
              enabled: true
              endpoints:
                - name: a
                  url: "http://user:marked-secret@exa mple.com/"
                  headers: {X-Token: ["marked-secret\\r\\n"]}
            """);

    assertThatThrownBy(() -> reader(Map.of()).read(file))
        .isInstanceOf(PluginException.class)
        .hasMessageNotContaining("marked-secret");
    assertThat(
            onlyEndpoint(
                """
                notifications:
                  enabled: true
                  endpoints:
                    - name: a
                      url: http://user:marked-secret@example.com:81/hook?key=marked-secret
                      headers: {X-Token: [marked-secret]}
                """))
        .hasToString("endpoint a at http://example.com:81/hook?…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{X-Token: *marked-secret}",
        "{X-Token: [!marked-secret!x]}",
        "{X-Token:Bearer marked-secret}",
        "{X-Token: {marked-secret: x}}"
      })
  void neverQuotesWhatAMissingBlankOrQuoteMakesOfASecret(String headers) throws IOException {
    Path file =
        file(
            "notifications: {enabled: true, endpoints: [{name: a, url: 'http://a/', headers: "
                + headers
                + "}]}\n");

    assertThatThrownBy(() -> reader(Map.of()).read(file))
        .isInstanceOf(PluginException.class)
        .hasMessageNotContaining("marked-secret");
  }

  @Test
  void readsWhatCountsInServletContainers() throws IOException {
    NotificationsConfig config =
        read(
            """
            notifications:
              enabled: true
              servletContexts: [/hub, /]
              actorHeader: X-Forwarded-User
            """);

    assertThat(config.container())
        .isEqualTo(new ContainerConfig(List.of("/hub", "/"), Optional.of("X-Forwarded-User")));
  }

  @Test
  void namesWhatIsNoContextAndNoHeader() throws IOException {
    Path file =
        file("notifications: {enabled: true, servletContexts: [hub, /a/], actorHeader: 'X User'}");

    assertThatThrownBy(() -> reader(Map.of()).read(file))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining(
            "servletContexts has \"hub\", which is no path of a web application, as in /hub or /")
        .hasMessageContaining("servletContexts has \"/a/\"")
        .hasMessageContaining(
            "actorHeader must be the name of a header, as in X-Forwarded-User, not \"X User\"");
  }

  @Test
  void readsNothingOutsideOfItsBlock() throws IOException {
    String deep = "[".repeat(100) + "]".repeat(100);

    assertThat(read("storage: {a: 1, a: 2}\nx: " + deep + "\nnotifications: {enabled: true}\n"))
        .isEqualTo(
            new NotificationsConfig(
                true,
                false,
                defaultJournal(),
                Duration.ofSeconds(5),
                ContainerConfig.DEFAULT,
                List.of()));
  }

  @Test
  void namesThePlaceOfBrokenYaml() throws IOException {
    Path file = file("notifications:\n  endpoints: [\n");

    assertThatThrownBy(() -> reader(Map.of()).read(file))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining(file + ":3:1: isn't YAML");
  }

  @Test
  void namesAKeyThatStandsTwice() throws IOException {
    Path file = file("notifications: {}\nnotifications: {}\n");

    assertThatThrownBy(() -> reader(Map.of()).read(file))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining(":2:1: notifications stands here twice, first at " + file + ":1:1");
  }

  @Test
  void namesAFileThatIsNotThere() {
    Path missing = directory.resolve("missing.yml");

    assertThatThrownBy(() -> reader(Map.of()).read(missing))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("Could not read the configuration file " + missing);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,     -,     -,     false",
        "true,  -,     -,     true",
        "yes,   -,     -,     true",
        "false, true,  -,     true",
        "true,  false, -,     false",
        "true,  true,  false, false",
        "false, false, true,  true"
      })
  void asksPropertyBeforeEnvironmentBeforeFileWhetherItIsOn(
      String file, String variable, String property, boolean enabled) throws IOException {
    String yaml = file == null ? "notifications: {}\n" : "notifications: {enabled: " + file + "}\n";
    Map<String, String> environment =
        variable == null ? Map.of() : Map.of("REGISTRY_NOTIFICATIONS_ENABLED", variable);

    NotificationsConfig config = new ConfigReader(environment, property).read(file(yaml));

    assertThat(config.enabled()).isEqualTo(enabled);
  }

  @Test
  void refusesAFlagThatIsNeitherTrueNorFalse() throws IOException {
    Path file = file("notifications: {enabled: maybe}\n");

    assertThatThrownBy(() -> reader(Map.of()).read(file))
        .hasMessageContaining(":1:26: notifications.enabled must be true or false, not \"maybe\"");
  }

  @Test
  void namesThePropertyWithAMistake() throws IOException {
    Path file = file("notifications: {enabled: true}\n");

    assertThatThrownBy(() -> new ConfigReader(Map.of(), "yep").read(file))
        .hasMessageContaining("-Dregistry.notifications.enabled:1:1: notifications.enabled")
        .hasMessageContaining("must be true or false, not \"yep\"");
  }

  @Test
  void saysThatAFileIsNotUtf8() throws IOException {
    Path file = Files.write(directory.resolve("latin1.yml"), new byte[] {'#', ' ', (byte) 0xf6});

    assertThatThrownBy(() -> reader(Map.of()).read(file))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("latin1.yml:1:3: isn't UTF-8 from here on; save the file as UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://a:0/", "http://a:65536/", "http://a:99999999999/", "http:///x", "''"})
  void refusesUrlsThatNobodyCanPostTo(String url) throws IOException {
    Path file = file("notifications: {enabled: true, endpoints: [{name: a, url: " + url + "}]}\n");

    assertThatThrownBy(() -> reader(Map.of()).read(file)).hasMessageContaining("endpoints[0].url");
  }

  @Test
  void doesNotCheckABlockThatIsSwitchedOff() throws IOException {
    assertThat(read("notifications: {endpoints: [{colour: blue}]}\n").endpoints()).isEmpty();
    assertThat(read("version: 0.1\n").enabled()).isFalse();
    assertThat(read("").enabled()).isFalse();
    assertThat(reader(Map.of("REGISTRY_NOTIFICATIONS_ENDPOINTS_3_URL", "x")).read().enabled())
        .isFalse();
  }

  @Test
  void laysTheEnvironmentOverTheFile() throws IOException {
    Path file =
        file(
            """
            notifications:
              enabled: true
              endpoints:
                - name: ci
                  url: http://from-file.example.com/
                  headers: {Authorization: [old]}
            """);

    NotificationsConfig config =
        reader(
                Map.of(
                    "REGISTRY_NOTIFICATIONS_EVENTS_INCLUDEREFERENCES", "true",
                    "REGISTRY_NOTIFICATIONS_ENDPOINTS_0_URL", "http://from-env.example.com/",
                    "REGISTRY_NOTIFICATIONS_ENDPOINTS_0_HEADERS_AUTHORIZATION", "[new]",
                    "REGISTRY_NOTIFICATIONS_ENDPOINTS_1_NAME", "scanner",
                    "REGISTRY_NOTIFICATIONS_ENDPOINTS_1_URL", "http://scanner.example.com/",
                    "REGISTRY_HTTP_ADDR", ":5000"))
            .read(file);

    assertThat(config.includeReferences()).isTrue();
    assertThat(config.endpoints())
        .extracting(EndpointConfig::toString)
        .containsExactly(
            "endpoint ci at http://from-env.example.com/",
            "endpoint scanner at http://scanner.example.com/");
    assertThat(config.endpoints().get(0).headers())
        .isEqualTo(Map.of("Authorization", List.of("new")));
  }

  @Test
  void takesTheWholeListAsYamlFromTheEnvironment() {
    NotificationsConfig config =
        reader(
                Map.of(
                    "REGISTRY_NOTIFICATIONS_ENABLED", "true",
                    "REGISTRY_NOTIFICATIONS_ENDPOINTS", "[{name: ci, url: http://ci.example.com/}]",
                    "REGISTRY_NOTIFICATIONS_ENDPOINTS_0_THRESHOLD", "3",
                    "REGISTRY_NOTIFICATIONS_ENDPOINTS_0_STARTFROM", "earliest"))
            .read();

    assertThat(config.endpoints())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.name()).isEqualTo("ci");
              assertThat(e.retry().threshold()).isEqualTo(3);
              assertThat(e.startFrom()).isEqualTo(StartFrom.EARLIEST);
            });
  }

  @Test
  void takesTheWholeBlockFromTheEnvironment() {
    NotificationsConfig config =
        reader(
                Map.of(
                    "REGISTRY_NOTIFICATIONS",
                    "{enabled: true, endpoints: [{name: ci, url: http://ci.example.com/}]}",
                    "REGISTRY_NOTIFICATIONS_ENDPOINTS_0_NAME",
                    "renamed"))
            .read();

    assertThat(config.endpoints()).extracting(EndpointConfig::name).containsExactly("renamed");
  }

  @Test
  void namesTheVariableWithAMistake() {
    ConfigReader reader =
        reader(
            Map.of(
                "REGISTRY_NOTIFICATIONS_ENABLED", "true",
                "REGISTRY_NOTIFICATIONS_ENDPOINTS_0_NAME", "ci",
                "REGISTRY_NOTIFICATIONS_ENDPOINTS_0_URL", "http://ci.example.com/",
                "REGISTRY_NOTIFICATIONS_ENDPOINTS_0_TIMEOUT", "500",
                "REGISTRY_NOTIFICATIONS_ENDPOINTS_2_NAME", "too far"));

    assertThatThrownBy(reader::read)
        .hasMessageContaining("REGISTRY_NOTIFICATIONS_ENDPOINTS_0_TIMEOUT:1:1: ")
        .hasMessageContaining("write \"500ms\"")
        .hasMessageContaining(
            "REGISTRY_NOTIFICATIONS_ENDPOINTS_2_NAME:1:1: is number 2 of a list of 1");
  }

  @Test
  void namesAnAliasThatContainsItself() throws IOException {
    Path file = file("notifications: &self\n  enabled: true\n  endpoints: [*self]\n");

    assertThatThrownBy(() -> reader(Map.of()).read(file))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining(":1:16: contains itself, through an alias");
  }

  @Test
  void understandsAnchorsAndMergeKeys() throws IOException {
    EndpointConfig endpoint =
        onlyEndpoint(
            """
            defaults: &defaults
              timeout: 3s
              threshold: 7
            notifications:
              enabled: true
              endpoints:
                - <<: *defaults
                  name: ci
                  url: http://ci.example.com/
                  threshold: 2
            """);

    assertThat(endpoint.transport().timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(endpoint.retry().threshold()).isEqualTo(2);
  }

  private EndpointConfig onlyEndpoint(String yaml) throws IOException {
    NotificationsConfig config = read(yaml);
    assertThat(config.endpoints()).hasSize(1);
    return config.endpoints().get(0);
  }

  private JournalConfig defaultJournal() {
    return new JournalConfig(
        JournalConfig.Type.FILE,
        directory.resolve("data/notifications"),
        1L << 30,
        Duration.ofHours(24),
        JournalConfig.Fsync.INTERVAL,
        10_000);
  }

  private NotificationsConfig read(String yaml) throws IOException {
    return reader(Map.of()).read(file(yaml));
  }

  private static ConfigReader reader(Map<String, String> environment) {
    return new ConfigReader(environment, null);
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(directory.resolve("config.yml"), yaml);
  }
}
