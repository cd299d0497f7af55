package dev.registrynotifications.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RegistryHostTest {

  private final StopSignal stop = new StopSignal();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path directory;

  @Test
  void saysWhereItListens() {
    stop.give();

    assertThat(run("--port", "0")).isZero();
    assertThat(out.toString()).matches("listening on http://127\\.0\\.0\\.1:\\d+\\R");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--port, x, Invalid value for option '--port': 'x' is not an int (see --help)",
    "--port, 65536, Invalid value for option '--port': not from 0 to 65535 (see --help)",
    "--prot, 1, 'Unknown options: ''--prot'', ''1'' (see --help)'",
  })
  void refusesWrongArguments(String option, String value, String message) {
    assertThat(run(option, value)).isEqualTo(2);
    assertThat(err.toString()).isEqualToNormalizingNewlines("registry-host: " + message + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "hub.example, 'Invalid value for option ''--upstream'': not http://HOST[:PORT] or https://HOST[:PORT], and nothing behind it (see --help)'",
    "http://h h, 'Invalid value for option ''--upstream'': not http://HOST[:PORT] or https://HOST[:PORT]: Illegal character in authority (see --help)'",
  })
  void refusesUpstreamThatIsNone(String url, String message) {
    assertThat(run("--port", "0", "--upstream", url)).isEqualTo(2);
    assertThat(err.toString()).isEqualToNormalizingNewlines("registry-host: " + message + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--storage", "--users"})
  void hasNoImagesAndUsersOfItsOwnAsGateway(String option) {
    assertThat(run("--upstream", "http://127.0.0.1:1", option, "memory")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("registry-host: --upstream and " + option + " exclude each other")
        .hasLineCount(1);
  }

  @Test
  void saysWhereItListensAsGateway() {
    stop.give();

    assertThat(run("--port", "0", "--upstream", "http://127.0.0.1:1")).isZero();
    assertThat(out.toString()).matches("listening on http://127\\.0\\.0\\.1:\\d+\\R");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void goesOnAsGatewayWithoutPluginThatCannotBeLoaded() throws IOException {
    Files.writeString(directory.resolve("broken.jar"), "no jar");
    stop.give();

    String plugins = directory.toString();
    assertThat(run("--port", "0", "--upstream", "http://127.0.0.1:1", "--plugins", plugins))
        .isZero();
    assertThat(err.toString())
        .startsWith("plugin problem: ")
        .contains("broken.jar")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "--plugins, Could not load plugins from FILE: there is no such file or directory",
    "--config, Could not read the configuration FILE: there is no such readable file",
    "--users, Could not read the users in FILE: there is no such file or directory",
  })
  void needsWhatItIsTold(String option, String message) {
    String absent = directory.resolve("absent").toString();

    assertThat(run("--port", "0", option, absent)).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines("registry-host: " + message.replace("FILE", absent) + "\n");
  }

  @Test
  void needsDirectoriesWhereDirectoriesAreMeant() throws IOException {
    String file = Files.writeString(directory.resolve("file"), "").toString();

    assertThat(run("--port", "0", "--storage", file)).isEqualTo(1);
    assertThat(run("--port", "0", "--plugins", file)).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            "registry-host: Could not open the storage "
                + file
                + ": it is no directory\n"
                + "registry-host: Could not load plugins from "
                + file
                + ": it is no directory\n");
  }

  @Test
  void needsFreePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(run("--port", String.valueOf(socket.getLocalPort()))).isEqualTo(1);

      assertThat(err.toString())
          .startsWith("registry-host: Could not listen on 127.0.0.1:" + socket.getLocalPort())
          .hasLineCount(1);
    }
  }

  @Test
  void goesOnWithoutPluginThatCannotBeLoaded() throws IOException {
    Files.writeString(directory.resolve("broken.jar"), "no jar");
    stop.give();

    assertThat(run("--port", "0", "--plugins", directory.toString())).isZero();
    assertThat(out.toString()).startsWith("listening on ");
    assertThat(err.toString())
        .startsWith("plugin problem: ")
        .contains("broken.jar")
        .hasLineCount(1);
  }

  @Test
  void tellsItsOptionsAndVersion() {
    assertThat(run("--help")).isZero();
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).contains("--storage=memory|DIR", "--upstream=URL", "registry-host ");
  }

  private int run(String... arguments) {
    CommandLine commandLine = RegistryHost.commandLine(stop);
    commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return commandLine.execute(arguments);
  }
}
