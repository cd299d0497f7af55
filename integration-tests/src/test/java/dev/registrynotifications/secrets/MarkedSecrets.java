package dev.registrynotifications.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Secrets that are found wherever they turn up: one for each place that can hold one. */
final class MarkedSecrets {

  static final String USER = "marked-user-5a2f";
  static final String PASSWORD = "marked-password-91bc";
  static final String HOOK = "marked-hook-77de";
  static final String QUERY = "marked-query-04aa";
  static final String HEADER = "marked-header-c3c3";
  static final String TOKEN = "marked-token-e1d0";
  static final String SIGNING = "marked-signing-key-b42f";

  /** All of them. */
  static final List<String> ALL = List.of(USER, PASSWORD, HOOK, QUERY, HEADER, TOKEN, SIGNING);

  private static final String TOKEN_FILE = "token";

  private MarkedSecrets() {}

  /** Puts the one that is read from a file beside the configuration. */
  static void writeFile(Path directory) throws IOException {
    Files.writeString(directory.resolve(TOKEN_FILE), TOKEN + "\n");
  }

  /**
   * An endpoint with a secret wherever one can be; {@code HOOK} and {@code SIGNING} come from
   * environment variables of those names.
   *
   * @param port where it listens on the loopback interface
   */
  static String endpoint(int port) {
    return """
        - name: ci
          url: "http://%s:%s@127.0.0.1:%d/${env:HOOK}/in?key=%s"
          timeout: 60s
          threshold: 1
          backoff: 100ms
          maxBackoff: 100ms
          headers: {X-Api-Key: ["%s"], X-Token: ["${file:%s}"]}
          secrets: ["${env:SIGNING}"]
        """
        .formatted(USER, PASSWORD, port, QUERY, HEADER, TOKEN_FILE)
        .indent(4);
  }
}
