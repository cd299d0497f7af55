package dev.registrynotifications.dropin;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.lang.ProcessBuilder.Redirect.DISCARD;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A new certificate of {@code localhost} that is its own authority, made by the JDK's {@code
 * keytool}: the JDK has no API for that.
 *
 * @param keyStore with its key
 * @param pem the certificate alone
 */
record SelfSignedCertificate(Path keyStore, Path pem) {

  /** Of the key store, which lives as long as a test. */
  static final String PASSWORD = "changeit";

  static SelfSignedCertificate makeIn(Path directory) throws IOException, InterruptedException {
    Path keyStore = directory.resolve("receiver.p12");
    Path pem = directory.resolve("receiver.pem");
    keytool(
        keyStore,
        List.of(
            "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost"));
    keytool(keyStore, List.of("-exportcert", "-rfc", "-file", pem.toString()));
    return new SelfSignedCertificate(keyStore, pem);
  }

  private static void keytool(Path keyStore, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(arguments);
    command.addAll(List.of("-keystore", keyStore.toString(), "-storepass", PASSWORD));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(DISCARD).start();
    if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new AssertionError("keytool failed: " + arguments);
    }
  }
}
