package dev.registrynotifications.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.reader.Mutations.Mutated;
import dev.registrynotifications.endpoint.http.TestCertificates.CertificateAuthority;
import dev.registrynotifications.endpoint.http.TestCertificates.IssuedCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand files with mistakes that nobody has thought of: each is read, or refused with one list
 * that an operator can work with, and in 64 MB. {@code -Dseed=…} makes other ones.
 */
class MutatedFileTest {

  private static final long SEED = Long.getLong("seed", 7);
  private static final int FILES = 1_000;

  private final ConfigReader reader = new ConfigReader(Map.of("CI_SECRET", "secret"), null);

  @TempDir private Path directory;
  @TempDir private Path work;

  @BeforeEach
  void writeFilesThatAreNamed() throws IOException {
    CertificateAuthority authority = CertificateAuthority.named("ours");
    authority.writeTo(directory.resolve("ca.pem"));
    IssuedCertificate client = authority.issue("registry");
    client.writeCertificateTo(directory.resolve("client.pem"));
    client.writeKeyTo(directory.resolve("client.key"));
    Files.writeString(directory.resolve("ci-token"), "token");
  }

  @Test
  void readsWhatTheMutationsBeginWith() throws IOException {
    for (String yaml : originals()) {
      Path file = Files.writeString(directory.resolve("config.yml"), yaml);

      assertThat(reader.read(file).endpoints()).isNotEmpty();
    }
  }

  @Test
  void readsOrExplainsEachOfAThousandMutationsWithLittleMemory() throws Exception {
    List<String> originals = originals();
    for (int i = 0; i < FILES; i++) {
      Random random = new Random(SEED * FILES + i);
      Mutated mutated = Mutations.mutate(originals.get(i % originals.size()), random);
      String name = "file %d of seed %d, %s.yml".formatted(i, SEED, mutated.how());
      Files.write(directory.resolve(name), mutated.content());
    }

    List<String> lines = SmallJvm.read(directory, work);

    assertThat(lines).filteredOn(line -> !line.startsWith("good: ")).isEmpty();
    assertThat(lines).hasSize(FILES);
  }

  /** What README shows, and a configuration of distribution with this block in it. */
  private static List<String> originals() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    int begin = readme.indexOf("```yaml\n", readme.indexOf("\n## Configuration\n")) + 8;
    String example = readme.substring(begin, readme.indexOf("```\n", begin));
    return List.of(
        example.replace("/run/secrets/ci-token", "ci-token"),
        """
        version: 0.1
        log:
          level: info
          fields: {service: registry, environment: staging}
        storage:
          filesystem:
            rootdirectory: /var/lib/registry
            maxthreads: 100
          delete:
            enabled: true
          cache: {blobdescriptor: redis}
          maintenance:
            uploadpurging: {enabled: true, age: 168h, interval: 24h, dryrun: false}
        auth:
          token:
            realm: https://auth.example.com/token
            service: registry
        http:
          addr: :5000
          secret: asecretforlocaldevelopment
          headers:
            X-Content-Type-Options: [nosniff]
          debug:
            addr: :5001
            prometheus: {enabled: true, path: /metrics}
        notifications:
          enabled: true
          events:
            includereferences: true
          endpoints:
            - name: alistener
              disabled: false
              url: https://my.listener.example.com/event
              headers:
                Authorization: [Bearer token]
              timeout: 1s
              threshold: 10
              backoff: 1s
              ignoredmediatypes:
                - application/octet-stream
              ignore:
                mediatypes:
                   - application/octet-stream
                actions:
                   - pull
        health:
          storagedriver: {enabled: true, interval: 10s, threshold: 3}
        """);
  }
}
