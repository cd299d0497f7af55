package dev.registrynotifications.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import dev.registrynotifications.Ports;
import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostLauncher;
import dev.registrynotifications.host.HostProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways to a registry, and what is said where there is none. */
class ConnectIT {

  private static final String CONFIGURATION =
      """
      notifications:
        enabled: true
        endpoints:
          - {name: ci, url: "http://127.0.0.1:9/"}
      """;

  private static final String PASSWORD = "REGISTRY_NOTIFICATIONS_JMX_PASSWORD";

  @TempDir private Path work;
  private Installation installation;
  private Commands commands;

  @BeforeEach
  void install() throws Exception {
    installation = Installation.in(work, CONFIGURATION);
    commands = new Commands(installation.plugins().resolve("registry-notifications.jar"), work);
  }

  @Test
  void takesAProcessBeforeTheCommandAndBehindIt() throws Exception {
    try (HostProcess host = installation.host().start()) {
      String pid = Long.toString(host.pid());

      Ended before = commands.run("--pid", pid, "endpoints");
      Ended behind = commands.run("endpoints", "--pid=" + pid);

      assertThat(before.code()).isZero();
      assertThat(before.out()).hasSize(2).last().asString().startsWith("ci ");
      assertThat(behind).isEqualTo(before);
    }
  }

  @Test
  void takesAWholeUrl() throws Exception {
    try (HostProcess host = installation.host().start()) {
      Ended endpoints = commands.run("endpoints", "--url", localAgentOf(host));

      assertThat(endpoints.code()).isZero();
      assertThat(endpoints.out()).hasSize(2);
    }
  }

  @Test
  void listsSeveralRegistriesByTheirConfigurations() throws Exception {
    Installation other =
        Installation.in(Files.createDirectory(work.resolve("other")), CONFIGURATION);
    try (HostProcess one = installation.host().start();
        HostProcess two = other.host().start()) {
      Ended status = commands.run("status");

      assertThat(status.code()).isEqualTo(3);
      assertThat(status.err())
          .anyMatch(line -> line.contains("; say which one "))
          .anyMatch(line -> lists(line, one, installation))
          .anyMatch(line -> lists(line, two, other));
    }
  }

  private static boolean lists(String line, HostProcess host, Installation by) {
    return line.startsWith("  " + host.pid() + "  ") && line.endsWith("  " + by.configuration());
  }

  @Test
  void takesAPortThatAsksForAPassword() throws Exception {
    int port = Ports.free();
    try (HostProcess host = withPort(port).start()) {
      assertThat(host.isAlive()).isTrue();
      String url = "127.0.0.1:" + port;

      Ended known =
          commands.run(Map.of(PASSWORD, "geheim"), "status", "--url", url, "--user", "operator");
      Ended wrong =
          commands.run(Map.of(PASSWORD, "falsch"), "status", "--url", url, "--user", "operator");
      Ended nobody = commands.run("status", "--url", url);

      assertThat(known.code()).isZero();
      assertThat(known.hasLine("Events 0 since the start")).isTrue();
      assertThat(wrong.code()).isEqualTo(3);
      assertThat(wrong.err()).singleElement().asString().startsWith("Could not connect to ");
      assertThat(wrong.err()).noneMatch(line -> line.contains("falsch"));
      assertThat(nobody.code()).isEqualTo(3);
      assertThat(nobody.err()).hasSize(1);
    }
  }

  @Test
  void saysThatNobodyListens() throws Exception {
    int port = Ports.free();

    Ended status = commands.run("status", "--url", "127.0.0.1:" + port);

    assertThat(status.code()).isEqualTo(3);
    assertThat(status.out()).isEmpty();
    assertThat(status.err())
        .containsExactly(
            "Could not connect to service:jmx:rmi:///jndi/rmi://127.0.0.1:"
                + port
                + "/jmxrmi: Connection refused");
  }

  @Test
  void saysThatThePluginDoesNotRunThere() throws Exception {
    Files.writeString(installation.configuration(), "version: 0.1\n");
    try (HostProcess host = installation.host().start()) {
      Ended status = commands.run("status", "--pid", Long.toString(host.pid()));

      assertThat(status)
          .isEqualTo(
              new Ended(
                  3,
                  List.of(),
                  List.of(
                      "Connected to process "
                          + host.pid()
                          + ", but the plugin doesn't run there, or notifications are off: its log says why")));
    }
  }

  @Test
  void saysThatTheProcessHasEnded() throws Exception {
    HostProcess host = installation.host().start();
    host.close();

    Ended status = commands.run("status", "--pid", Long.toString(host.pid()));

    assertThat(status.code()).isEqualTo(3);
    assertThat(status.err())
        .containsExactly(
            "Could not connect to process " + host.pid() + ": there is no such process");
  }

  @Test
  void endsQuietlyWhenNobodyReadsOn() throws Exception {
    try (HostProcess host = installation.host().start()) {
      Ended config = commands.runUnread("config", "--pid", Long.toString(host.pid()));

      assertThat(config).isEqualTo(new Ended(0, List.of(), List.of()));
    }
  }

  @Test
  void refusesWhatCannotBeMeant() throws Exception {
    Ended time = commands.run("replay", "ci", "--since", "yesterday");
    Ended option = commands.run("status", "--yaml");
    Ended command = commands.run("statsu");

    assertThat(time.code()).isEqualTo(2);
    assertThat(time.err().get(0)).contains("\"yesterday\" is no time: write it like ");
    assertThat(option.code()).isEqualTo(2);
    assertThat(option.err()).contains("Try: registry-notifications status --help");
    assertThat(command.code()).isEqualTo(2);
    assertThat(command.err()).anyMatch(line -> line.startsWith("Did you mean: status"));
  }

  @Test
  void helps() throws Exception {
    Ended help = commands.run("--help");
    Ended version = commands.run("--version");

    assertThat(help.code()).isZero();
    assertThat(help.out().get(0)).startsWith("Usage: registry-notifications ");
    assertThat(help.out()).anyMatch(line -> line.startsWith("  dead-letters  "));
    assertThat(version.code()).isZero();
    assertThat(version.out()).singleElement().asString().matches("registry-notifications \\d.*");
  }

  private HostLauncher withPort(int port) throws Exception {
    Path passwords = Files.writeString(work.resolve("passwords"), "operator geheim\n");
    Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-------"));
    Path access = Files.writeString(work.resolve("access"), "operator readwrite\n");
    String option = "-Dcom.sun.management.jmxremote.";
    return installation
        .host()
        .withJvm(
            option + "host=127.0.0.1",
            "-Djava.rmi.server.hostname=127.0.0.1",
            option + "port=" + port,
            option + "rmi.port=" + port,
            option + "ssl=false",
            option + "password.file=" + passwords,
            option + "access.file=" + access);
  }

  private static String localAgentOf(HostProcess host) throws Exception {
    VirtualMachine jvm = VirtualMachine.attach(Long.toString(host.pid()));
    try {
      return jvm.startLocalManagementAgent();
    } finally {
      jvm.detach();
    }
  }
}
