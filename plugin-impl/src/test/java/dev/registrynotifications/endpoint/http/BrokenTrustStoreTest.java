package dev.registrynotifications.endpoint.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.TransportConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a JVM of its own: what a JVM trusts is loaded once. */
class BrokenTrustStoreTest {

  private static final long DEADLINE_MINUTES = 2;

  @TempDir private Path directory;

  /** Makes the client of an endpoint that relies on what the JVM trusts. */
  static final class Client {

    private Client() {}

    public static void main(String[] arguments) {
      try {
        System.out.println(HttpClients.create("ci", TransportConfig.DEFAULT).get());
      } catch (IllegalStateException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void saysThatTheTrustStoreIsBroken() throws IOException, InterruptedException {
    Path store = Files.writeString(directory.resolve("broken.jks"), "no key store");

    String said = run("-Djavax.net.ssl.trustStore=" + store);

    assertThat(said)
        .endsWith(
            "Could not prepare TLS for endpoint ci: problem accessing trust store; the JVM reads what"
                + " it trusts once: mend it and start the JVM again");
  }

  private String run(String option) throws IOException, InterruptedException {
    Path output = directory.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-cp",
                System.getProperty("java.class.path"),
                Client.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(DEADLINE_MINUTES, TimeUnit.MINUTES)).as("ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(output).strip();
  }
}
