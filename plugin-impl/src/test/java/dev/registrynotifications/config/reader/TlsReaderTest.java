package dev.registrynotifications.config.reader;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.config.TlsConfig;
import dev.registrynotifications.config.TlsConfig.Identity;
import dev.registrynotifications.config.TlsConfig.Version;
import dev.registrynotifications.endpoint.http.TestCertificates.CertificateAuthority;
import dev.registrynotifications.endpoint.http.TestCertificates.IssuedCertificate;
import dev.registrynotifications.plugin.PluginException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsReaderTest {

  private static final BouncyCastleProvider BOUNCY_CASTLE = new BouncyCastleProvider();
  private static final char[] PASSWORD = "hunter2".toCharArray();

  private final CertificateAuthority ours = CertificateAuthority.named("ours");
  private final IssuedCertificate client = ours.issue("registry");

  @TempDir private Path directory;

  @BeforeEach
  void writeFiles() {
    ours.writeTo(path("ca.pem"));
    client.writeCertificateTo(path("client.pem"));
    client.writeKeyTo(path("client.key"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tls: ",
        "tls: {}",
        "tls: {ca: , certificate: , key: , minVersion: , skipVerify: }"
      })
  void trustsWhatTheJvmTrustsByDefault(String block) throws IOException {
    assertThat(tls(block))
        .isEqualTo(new TlsConfig(List.of(), Optional.empty(), Version.TLS_1_2, false));
  }

  @Test
  void readsTheFilesBesideTheConfiguration() throws IOException {
    TlsConfig tls =
        tls(
            "tls: {ca: ca.pem, certificate: client.pem, key: client.key, minVersion: 1.3,"
                + " skipVerify: true}");

    assertThat(tls)
        .isEqualTo(
            new TlsConfig(
                List.of(ours.certificate()),
                Optional.of(new Identity(client.chain(), client.key())),
                Version.TLS_1_3,
                true));
  }

  @Test
  void readsAFileSomewhereElse() throws IOException {
    assertThat(tls("tls: {ca: " + path("ca.pem") + "}").authorities())
        .containsExactly(ours.certificate());
  }

  @ParameterizedTest
  @CsvSource({"1.2, TLS_1_2", "'\"1.2\"', TLS_1_2", "1.3, TLS_1_3", "'\"1.3\"', TLS_1_3"})
  void takesAVersionForTextOrNumber(String written, Version version) throws IOException {
    assertThat(tls("tls: {minVersion: " + written + "}").minimumVersion()).isEqualTo(version);
  }

  @Test
  void readsABundleOfAuthorities() throws IOException {
    CertificateAuthority others = CertificateAuthority.named("others");
    String bundle =
        "# Our authorities\r\n"
            + text("ca.pem").strip()
            + Files.readString(others.writeTo(path("others.pem"))).replace("\n", "\r\n")
            + "and nobody else\n";
    write("bundle.pem", bundle);

    assertThat(tls("tls: {ca: bundle.pem}").authorities())
        .containsExactly(ours.certificate(), others.certificate());
  }

  @Test
  void takesAnExpiredAuthority() throws IOException {
    Instant now = Instant.now();
    ours.issue("expired", now.minus(2, DAYS), now.minus(1, DAYS))
        .writeCertificateTo(path("expired.pem"));

    assertThat(tls("tls: {ca: expired.pem}").authorities()).hasSize(1);
  }

  @Test
  void readsCertificateAndKeyFromOneFile() throws IOException {
    write("both.pem", text("client.key") + text("client.pem") + text("ca.pem"));

    assertThat(tls("tls: {certificate: both.pem, key: both.pem}").identity())
        .contains(new Identity(List.of(client.chain().get(0), ours.certificate()), client.key()));
  }

  @ParameterizedTest
  @CsvSource({"RSA, 2048", "EC, 256", "EC, 384", "EC, 521", "Ed25519, 255"})
  void readsAKeyOfAnyKind(String algorithm, int size) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(size);
    IssuedCertificate other = ours.issue("other", generator.generateKeyPair());
    other.writeCertificateTo(path("client.pem"));
    other.writeKeyTo(path("client.key"));

    assertThat(identity()).isEqualTo(new Identity(other.chain(), other.key()));
  }

  @ParameterizedTest
  @CsvSource({
    "RSA, 2048, RSA PRIVATE KEY",
    "EC, 256, EC PRIVATE KEY",
    "EC, 384, EC PRIVATE KEY",
    "EC, 521, EC PRIVATE KEY"
  })
  void readsAKeyInAnOlderFormat(String algorithm, int size, String label) throws Exception {
    KeyPair keys = keys(algorithm, size);
    IssuedCertificate other = ours.issue("other", keys);
    other.writeCertificateTo(path("client.pem"));
    writePem("client.key", keys);

    assertThat(text("client.key")).startsWith("-----BEGIN " + label + "-----");
    assertThat(identity().key().getAlgorithm()).isEqualTo(algorithm);
  }

  @Test
  void readsAKeyThatFollowsTheParametersOfItsCurve() throws Exception {
    KeyPair keys = keys("EC", 256);
    ours.issue("other", keys).writeCertificateTo(path("client.pem"));
    writePem("client.key", keys);
    String parameters =
        """
        -----BEGIN EC PARAMETERS-----
        BggqhkjOPQMBBw==
        -----END EC PARAMETERS-----
        """;
    write("client.key", parameters + text("client.key"));

    assertThat(identity().key().getAlgorithm()).isEqualTo("EC");
  }

  @Test
  void refusesAKeyThatIsEncryptedInItself() throws Exception {
    writePem(
        "client.key",
        new JcaPKCS8Generator(
            client.key(),
            new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
                .setProvider(BOUNCY_CASTLE)
                .setPassword(PASSWORD)
                .build()));

    assertThat(text("client.key")).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
    assertThatThrownBy(this::identity)
        .hasMessageEndingWith(
            "tls.key names FILE, which is encrypted; decrypt it: openssl pkcs8 -topk8 -nocrypt -in FILE -out FILE.pkcs8"
                .replace("FILE", path("client.key").toString()));
  }

  @Test
  void refusesAKeyThatIsEncryptedInTheOlderWay() throws Exception {
    writePem(
        "client.key",
        new JcaMiscPEMGenerator(
            keys("RSA", 2048),
            new JcePEMEncryptorBuilder("AES-256-CBC").setProvider(BOUNCY_CASTLE).build(PASSWORD)));

    assertThat(text("client.key")).contains("Proc-Type: 4,ENCRYPTED");
    assertThatThrownBy(this::identity).hasMessageContaining("is encrypted; decrypt it: openssl");
  }

  @Test
  void refusesAKeyOfAnotherCertificate() {
    ours.issue("registry").writeKeyTo(path("client.key"));

    assertThatThrownBy(this::identity)
        .hasMessageContaining(
            "tls.key doesn't fit the first certificate of the file that certificate names; name the key");
  }

  @Test
  void refusesAKeyOfAnotherKind() throws Exception {
    ours.issue("registry", keys("RSA", 2048)).writeKeyTo(path("client.key"));

    assertThatThrownBy(this::identity).hasMessageContaining("tls.key doesn't fit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "ODD PRIVATE KEY"})
  void refusesADamagedKeyWithoutShowingIt(String label) throws IOException {
    for (String secret : List.of("c2VjcmV0", "MCcCAQE=", "MIIC", "!secret!", "")) {
      write(
          "client.key",
          "-----BEGIN " + label + "-----\n" + secret + "\n-----END " + label + "-----\n");

      assertThatThrownBy(this::identity)
          .isInstanceOf(PluginException.class)
          .hasMessageContaining("whose key is damaged, or none of RSA, EC, Ed25519")
          .hasMessageContaining("openssl pkcs8 -topk8 -nocrypt -in " + path("client.key"))
          .message()
          .doesNotContain("c2Vjcm", "MCcCAQE", "MIIC", "!secret!");
    }
  }

  @Test
  void refusesACertificateThatIsCutOff() throws IOException {
    String whole = text("ca.pem");
    write("cut.pem", whole + whole.substring(0, whole.length() / 2));

    assertThatThrownBy(() -> tls("tls: {ca: cut.pem}"))
        .hasMessageEndingWith(
            "tls.ca names "
                + path("cut.pem")
                + ", whose certificate 2 is damaged, or of a kind that Java doesn't know");
  }

  @Test
  void namesAllMistakesWithTheirPlacesAtOnce() throws IOException {
    write("text.pem", "no certificate");
    Files.write(path("binary.pem"), new byte[] {0x30, (byte) 0x82, 0, 1});
    Path file =
        write(
            "config.yml",
            """
            notifications:
              enabled: true
              endpoints:
                - name: a
                  url: https://localhost/
                  tls:
                    ca: missing.pem
                    certificate: ca.pem
                    minVersion: 1.1
                    skipVerify: maybe
                    cert: x
                - name: b
                  url: https://localhost/
                  tls:
                    ca: text.pem
                    key: client.key
                - name: c
                  url: https://localhost/
                  tls:
                    ca: client.key
                    certificate: binary.pem
                    key: ca.pem
                - name: d
                  url: https://localhost/
                  tls:
                    ca: ' '
                    certificate: "a\\0b"
                    key: .
            """);

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(PluginException.class)
        .hasMessage(
            """
            Could not read the notifications configuration:
              1. DIR/config.yml:7:13: notifications.endpoints[0].tls.ca names DIR/missing.pem, which doesn't exist
              2. DIR/config.yml:8:22: notifications.endpoints[0].tls.certificate is alone; add key, the file of its private key, which may be the same
              3. DIR/config.yml:9:21: notifications.endpoints[0].tls.minVersion must be "1.2" or "1.3", not "1.1"
              4. DIR/config.yml:10:21: notifications.endpoints[0].tls.skipVerify must be true or false, not "maybe"
              5. DIR/config.yml:11:9: notifications.endpoints[0].tls.cert isn't known; the keys here are [ca, certificate, key, minVersion, skipVerify]
              6. DIR/config.yml:15:13: notifications.endpoints[1].tls.ca names DIR/text.pem, which isn't PEM: it has no line -----BEGIN …; openssl converts other formats
              7. DIR/config.yml:16:14: notifications.endpoints[1].tls.key is alone; add certificate, the file of the certificate that it belongs to
              8. DIR/config.yml:20:13: notifications.endpoints[2].tls.ca names DIR/client.key, which has no certificate in it: a line -----BEGIN CERTIFICATE----- begins one
              9. DIR/config.yml:21:22: notifications.endpoints[2].tls.certificate names DIR/binary.pem, which isn't PEM: it has no line -----BEGIN …; openssl converts other formats
              10. DIR/config.yml:22:14: notifications.endpoints[2].tls.key names DIR/ca.pem, which has no private key in it: a line -----BEGIN PRIVATE KEY----- begins one
              11. DIR/config.yml:26:13: notifications.endpoints[3].tls.ca is blank; it must name a file
              12. DIR/config.yml:27:22: notifications.endpoints[3].tls.certificate is no path: Nul character not allowed
              13. DIR/config.yml:28:14: notifications.endpoints[3].tls.key names DIR/., which is a directory; name a file in it"""
                .replace("DIR", directory.toString()));
  }

  private Identity identity() throws IOException {
    return tls("tls: {certificate: client.pem, key: client.key}").identity().orElseThrow();
  }

  private TlsConfig tls(String line) throws IOException {
    String yaml =
        """
        notifications:
          enabled: true
          endpoints:
            - name: ci
              url: https://localhost/
              %s
        """;
    return read(write("config.yml", yaml.formatted(line))).endpoints().get(0).transport().tls();
  }

  private static NotificationsConfig read(Path file) {
    return new ConfigReader(Map.of(), null).read(file);
  }

  private static KeyPair keys(String algorithm, int size) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, BOUNCY_CASTLE);
    generator.initialize(size);
    return generator.generateKeyPair();
  }

  private void writePem(String file, Object content) throws IOException {
    try (JcaPEMWriter pem = new JcaPEMWriter(Files.newBufferedWriter(path(file)))) {
      pem.writeObject(content);
    }
  }

  private Path write(String file, String text) throws IOException {
    return Files.writeString(path(file), text);
  }

  private String text(String file) throws IOException {
    return Files.readString(path(file));
  }

  private Path path(String file) {
    return directory.resolve(file);
  }
}
