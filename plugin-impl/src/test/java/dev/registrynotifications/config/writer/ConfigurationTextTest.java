package dev.registrynotifications.config.writer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.config.TransportConfig.Proxy;
import dev.registrynotifications.config.reader.ConfigReader;
import dev.registrynotifications.endpoint.http.TestCertificates.CertificateAuthority;
import dev.registrynotifications.endpoint.http.TestCertificates.IssuedCertificate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTextTest {

  @TempDir private Path directory;

  @Test
  void writesAllKeysWithTheirDefaults() throws IOException {
    NotificationsConfig config =
        read(
            """
            notifications:
              enabled: true
              endpoints: [{name: ci, url: "https://ci.example.com/hook"}]
            """);

    assertThat(ConfigurationText.of(config))
        .isEqualTo(
            """
            notifications:
              enabled: true
              events:
                includereferences: false
              journal:
                type: file
                path: DIRECTORY/data/notifications
                maxBytes: 1GiB
                retention: 24h
                fsync: interval
                bufferEvents: 10000
              shutdownTimeout: 5s
              servletContexts: []
              actorHeader: null
              endpoints:
                - name: ci
                  url: https://ci.example.com/hook
                  headers: {}
                  secrets: []
                  hexSignature: false
                  mediaType: v1
                  timeout: 1s
                  tls:
                    ca: null
                    certificate: null
                    key: null
                    minVersion: '1.2'
                    skipVerify: false
                  threshold: 10
                  backoff: 1s
                  multiplier: 2
                  maxBackoff: 5m
                  rejectAfter: 3
                  maxAttempts: null
                  giveUpAfter: null
                  concurrency: 1
                  batch: null
                  include:
                    actions: []
                    mediatypes: []
                    repositories: []
                    tags: []
                  ignore:
                    actions: []
                    mediatypes: []
                    repositories: []
                    tags: []
                  pulls: all
                  proxy: null
                  requireHttps: false
                  allowedHosts: []
                  private: allow
                  startFrom: latest
            """
                .replace("DIRECTORY", directory.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notifications: {enabled: false}",
        "notifications: {enabled: true}",
        """
        notifications:
          enabled: true
          events: {includereferences: true}
          journal: {type: memory, path: "a b/#c", maxBytes: 100KB, retention: 90m, fsync: always}
          shutdownTimeout: 1500ms
          servletContexts: [/, /hub]
          actorHeader: X-User
          endpoints:
            - {name: "yes", url: "http://a.example.com"}
            - name: "a: \\"b\\" #c"
              url: http://[::1]:81/a%20b
              headers: {User-Agent: [registry, "1.0"], content-type: [text/plain]}
              mediaType: json
              timeout: 250ms
              tls: {minVersion: "1.3", skipVerify: true}
              threshold: 5
              backoff: 10m
              multiplier: 1.25
              rejectAfter: 4
              maxAttempts: 20
              giveUpAfter: 36h
              concurrency: 4
              batch: {maxEvents: 50, maxBytes: 1025B}
              include: {actions: [push, pull], mediatypes: [a/b], repositories: ["team/**"]}
              ignore: {tags: ["*-dev", "{a,b}", "[0-9]*", "~"], mediatypes: ["null"]}
              pulls: get
              proxy: none
              requireHttps: false
              allowedHosts: ["*"]
              private: deny
              startFrom: earliest
            - {name: c, url: "http://c/", batch: {}, proxy: "http://proxy:3128"}
        """
      })
  void writesWhatCanBeReadAgain(String yaml) throws IOException {
    NotificationsConfig config = read(yaml);

    String text = ConfigurationText.of(config);

    assertThat(read(text).endpoints()).isEqualTo(config.endpoints());
    if (config.enabled()) {
      assertThat(read(text)).isEqualTo(config);
    }
  }

  @Test
  void showsNoSecret() throws IOException {
    CertificateAuthority authority = CertificateAuthority.named("ours");
    authority.writeTo(directory.resolve("ca.pem"));
    IssuedCertificate client = authority.issue("registry");
    client.writeCertificateTo(directory.resolve("client.pem"));
    client.writeKeyTo(directory.resolve("client.key"));
    Files.writeString(directory.resolve("token"), "SENTINEL");
    NotificationsConfig config =
        read(
            """
            notifications:
              enabled: true
              endpoints:
                - name: a
                  url: https://SENTINEL:SENTINEL@a.example.com/hook?key=SENTINEL#SENTINEL
                  headers:
                    Authorization: ["Bearer SENTINEL", "${file:token}"]
                    Cookie: SENTINEL
                    User-Agent: registry
                  secrets: [SENTINEL, "${env:PLAIN}", "${file:token}"]
                  hexSignature: true
                  tls: {ca: ca.pem, certificate: client.pem, key: client.key}
                - name: b
                  url: http://b.example.com/${env:PLAIN}/hook?${env:PLAIN}
            """);

    String text = ConfigurationText.of(config);

    assertThat(text)
        .doesNotContain("SENTINEL", "PRIVATE")
        .contains("url: https://a.example.com/hook?…\n", "url: http://b.example.com/…?…\n")
        .contains("Authorization:\n          - '***'\n          - '***'\n")
        .contains("Cookie:\n          - '***'\n")
        .contains("User-Agent:\n          - registry\n")
        .contains("secrets:\n        - '***'\n        - '***'\n        - '***'\n")
        .contains("ca:\n          - CN=ours\n")
        .contains("certificate:\n          - CN=registry\n")
        .contains("key: '***'\n");
    assertThat(everyTextForm(config)).noneMatch(form -> form.contains("SENTINEL"));
  }

  @Test
  void showsNoUserOfAProxy() {
    Proxy proxy = new Proxy.At(URI.create("http://SENTINEL:SENTINEL@proxy:3128"));

    assertThat(proxy).hasToString("http://proxy:3128");
  }

  private static List<String> everyTextForm(NotificationsConfig config) {
    Stream<Object> parts = config.endpoints().stream().flatMap(ConfigurationTextTest::parts);
    return Stream.concat(
            Stream.of(config, config.journal(), config.container(), config.endpoints()), parts)
        .map(Object::toString)
        .toList();
  }

  private static Stream<Object> parts(EndpointConfig endpoint) {
    return Stream.concat(
        Stream.of(
            endpoint,
            endpoint.filter(),
            endpoint.batch(),
            endpoint.retry(),
            endpoint.transport(),
            endpoint.transport().tls(),
            endpoint.transport().tls().identity(),
            endpoint.transport().proxy(),
            endpoint.signing()),
        endpoint.signing().secrets().stream());
  }

  private NotificationsConfig read(String yaml) throws IOException {
    Path file = Files.writeString(directory.resolve("config.yml"), yaml);
    return new ConfigReader(Map.of("PLAIN", "SENTINEL"), null).read(file);
  }
}
