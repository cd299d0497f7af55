package dev.registrynotifications.config.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.endpoint.http.TestCertificates.CertificateAuthority;
import dev.registrynotifications.endpoint.http.TestCertificates.IssuedCertificate;
import dev.registrynotifications.plugin.PluginException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

  private final Set<Path> told = new LinkedHashSet<>();
  private final ConfigReader reader = new ConfigReader(Map.of(), null).reading(told::add);

  @TempDir private Path directory;

  @Test
  void tellsEveryFileThatAConfigurationIsReadFrom() throws IOException {
    CertificateAuthority authority = CertificateAuthority.named("ours");
    authority.writeTo(directory.resolve("ca.pem"));
    IssuedCertificate client = authority.issue("registry");
    client.writeCertificateTo(directory.resolve("client.pem"));
    client.writeKeyTo(directory.resolve("client.key"));
    Files.writeString(directory.resolve("token"), "a");
    Path elsewhere = Files.writeString(directory.resolve("secret"), "b").toAbsolutePath();
    Path file =
        file(
            """
            notifications:
              enabled: true
              endpoints:
                - name: ci
                  url: https://ci.example.com/${file:token}
                  secrets: ["${file:%s}", "$${file:escaped}"]
                  tls: {ca: ca.pem, certificate: client.pem, key: client.key}
            """
                .formatted(elsewhere));

    assertThat(reader.read(file).endpoints()).hasSize(1);

    assertThat(told)
        .containsExactlyInAnyOrder(
            file,
            directory.resolve("token"),
            elsewhere,
            directory.resolve("ca.pem"),
            directory.resolve("client.pem"),
            directory.resolve("client.key"));
  }

  @Test
  void tellsFilesThatCanNotBeRead() throws IOException {
    Path file =
        file(
            """
            notifications:
              enabled: true
              endpoints:
                - name: ci
                  url: ftp://ci.example.com/
                  headers: {Authorization: ["${file:missing}"]}
                  tls: {ca: none.pem}
            """);

    assertThatThrownBy(() -> reader.read(file)).isInstanceOf(PluginException.class);

    assertThat(told)
        .containsExactlyInAnyOrder(
            file, directory.resolve("missing"), directory.resolve("none.pem"));
  }

  @Test
  void tellsTheFileThatIsMissingOrBroken() throws IOException {
    Path missing = directory.resolve("missing.yml");
    Path broken = file("notifications: [");

    assertThatThrownBy(() -> reader.read(missing)).isInstanceOf(PluginException.class);
    assertThatThrownBy(() -> reader.read(broken)).isInstanceOf(PluginException.class);

    assertThat(told).containsExactly(missing, broken);
  }

  @Test
  void tellsAbsolutePaths() throws IOException {
    Path file = file("notifications: {enabled: false}");

    reader.read(Path.of("").toAbsolutePath().relativize(file));

    assertThat(told).singleElement().satisfies(path -> assertThat(path).isAbsolute());
    assertThat(told).allSatisfy(path -> assertThat(path.normalize()).isEqualTo(file));
  }

  @Test
  void tellsNoneOfAnEnvironmentAlone() {
    assertThat(reader.read().enabled()).isFalse();

    assertThat(told).isEmpty();
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(directory.resolve("config.yml"), yaml);
  }
}
