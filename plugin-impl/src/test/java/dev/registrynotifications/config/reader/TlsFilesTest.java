package dev.registrynotifications.config.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.TlsConfig;
import dev.registrynotifications.endpoint.http.TestCertificates.CertificateAuthority;
import dev.registrynotifications.endpoint.http.TestCertificates.IssuedCertificate;
import dev.registrynotifications.plugin.PluginException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsFilesTest {

  private static final int KIB = 1024;

  private final CertificateAuthority ours = CertificateAuthority.named("ours");

  @TempDir private Path directory;

  @Test
  void keepsWhatManyEndpointsNameOnce() throws IOException {
    IssuedCertificate client = ours.issue("registry");
    ours.writeTo(path("ca.pem"));
    client.writeCertificateTo(path("client.pem"));
    client.writeKeyTo(path("client.key"));
    String line = "{ca: ca.pem, certificate: client.pem, key: client.key}";

    List<TlsConfig> read = read(line, line);

    assertThat(read.get(1)).isEqualTo(read.get(0));
    assertThat(read.get(1).authorities()).isSameAs(read.get(0).authorities());
    assertThat(identity(read.get(1)).chain()).isSameAs(identity(read.get(0)).chain());
    assertThat(identity(read.get(1)).key()).isSameAs(identity(read.get(0)).key());
  }

  @Test
  void readsAFileAnewTheNextTime() throws IOException {
    CertificateAuthority others = CertificateAuthority.named("others");
    ours.writeTo(path("ca.pem"));
    List<TlsConfig> before = read("{ca: ca.pem}");
    others.writeTo(path("ca.pem"));

    List<TlsConfig> after = read("{ca: ca.pem}");

    assertThat(before.get(0).authorities()).containsExactly(ours.certificate());
    assertThat(after.get(0).authorities()).containsExactly(others.certificate());
  }

  @Test
  void refusesWhatIsTooLargeTogether() throws IOException {
    String certificate = Files.readString(ours.writeTo(path("ca.pem")));
    for (String name : List.of("a.pem", "b.pem", "c.pem")) {
      Files.writeString(path(name), certificate + "#".repeat(700 * KIB));
    }
    String fits = "{ca: a.pem, certificate: , key: }";

    assertThat(read(fits, "{ca: b.pem}", fits)).hasSize(3);
    assertThatThrownBy(() -> read(fits, "{ca: b.pem}", "{ca: c.pem}", "{ca: ca.pem}"))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining(
            "names %s, which is too much: with it the files that tls names are larger than 2MiB"
                    .formatted(path("c.pem"))
                + " together; what is named more than once counts once")
        .hasMessageNotContaining(path("ca.pem").toString());
  }

  @Test
  void countsAFileOnceThatHasBothOrSeveralNames() throws IOException {
    IssuedCertificate client = ours.issue("registry");
    String certificate = Files.readString(client.writeCertificateTo(path("client.pem")));
    String key = Files.readString(client.writeKeyTo(path("client.key")));
    String padding = "#".repeat(900 * KIB);
    Files.writeString(path("both.pem"), certificate + key + padding);
    Files.writeString(path("ca.pem"), certificate + padding);

    List<TlsConfig> read =
        read(
            "{certificate: both.pem, key: both.pem}",
            "{certificate: ././both.pem, key: ././both.pem}",
            "{ca: ca.pem}");

    assertThat(read).hasSize(3);
    assertThat(identity(read.get(1)).chain()).isSameAs(identity(read.get(0)).chain());
  }

  @Test
  void tellsOfAMistakeWhereverTheFileIsNamed() throws IOException {
    Files.writeString(path("ca.pem"), "no certificate");

    assertThatThrownBy(() -> read("{ca: ca.pem}", "{ca: ca.pem}"))
        .isInstanceOf(PluginException.class)
        .hasMessageContainingAll("1. ", ".yml:4:", "2. ", ".yml:5:", "which isn't PEM");
  }

  /** Endpoints with these values of {@code tls}, from line 4 on. */
  private List<TlsConfig> read(String... blocks) throws IOException {
    StringBuilder yaml = new StringBuilder("notifications:\n  enabled: true\n  endpoints:\n");
    for (String block : blocks) {
      yaml.append(
          "    - {name: e%d, url: 'https://a/', tls: %s}\n".formatted(yaml.length(), block));
    }
    Path file = Files.writeString(path("config.yml"), yaml);
    return new ConfigReader(Map.of(), null)
        .read(file).endpoints().stream().map(TlsFilesTest::tls).toList();
  }

  private static TlsConfig tls(EndpointConfig endpoint) {
    return endpoint.transport().tls();
  }

  private static TlsConfig.Identity identity(TlsConfig tls) {
    return tls.identity().orElseThrow();
  }

  private Path path(String name) {
    return directory.resolve(name);
  }
}
