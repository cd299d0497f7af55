package dev.registrynotifications.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.endpoint.http.TestCertificates.CertificateAuthority;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No configuration file takes more than 64 MB, whatever is in it. */
class HeavyFilesTest {

  private static final int CERTIFICATES = 1_200;

  @TempDir private Path directory;

  @Test
  void readsOrExplainsEachWithLittleMemory() throws Exception {
    Map<String, String> files = HeavyFiles.all();
    Path configurations = Files.createDirectory(directory.resolve("configurations"));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(configurations.resolve(file.getKey() + ".yml"), file.getValue());
    }
    Path many = Files.writeString(directory.resolve("many.pem"), certificates());
    for (int i = 0; i < HeavyFiles.TLS_NAMES; i++) {
      Files.createLink(directory.resolve("many-" + i + ".pem"), many);
    }
    assertThat(authorities()).hasSize(CERTIFICATES);

    List<String> lines = SmallJvm.read(configurations, directory);

    assertThat(lines)
        .containsAll(files.keySet().stream().map(name -> "good: " + name + ".yml").toList());
  }

  /** Of an endpoint that names the file: otherwise nothing of it would have to be kept. */
  private List<X509Certificate> authorities() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("config.yml"),
            """
            notifications:
              enabled: true
              endpoints:
                - {name: ci, url: "https://a/", tls: {ca: many.pem}}
            """);
    EndpointConfig endpoint = Refusals.reader().read(file).endpoints().get(0);
    return endpoint.transport().tls().authorities();
  }

  /**
   * As many authorities as a large file has, no two of them alike: of some hundred Java itself
   * keeps each only once. The end of a signature isn't looked at before it is verified.
   */
  private static String certificates() throws CertificateEncodingException {
    byte[] encoded = CertificateAuthority.named("ours").certificate().getEncoded();
    StringBuilder pem = new StringBuilder();
    for (int i = 0; i < CERTIFICATES; i++) {
      ByteBuffer.wrap(encoded).putInt(encoded.length - Integer.BYTES, i);
      pem.append("-----BEGIN CERTIFICATE-----\n")
          .append(Base64.getMimeEncoder().encodeToString(encoded))
          .append("\n-----END CERTIFICATE-----\n");
    }
    return pem.toString();
  }
}
