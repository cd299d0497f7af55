package dev.registrynotifications.cli.connect;

import java.util.Optional;
import java.util.OptionalLong;
import javax.management.remote.JMXServiceURL;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which registry is meant. Filled by picocli, before the command or behind it. */
public final class ConnectionOptions {

  @Option(
      names = "--pid",
      paramLabel = "PID",
      scope = ScopeType.INHERIT,
      description =
          "The registry's process, on this machine and of this user. Without --pid and --url all"
              + " JVMs of this user are looked into for the only one. The JDK's JMX agent is started"
              + " in each JVM that is looked into.")
  private @Nullable Long pid;

  @Option(
      names = "--url",
      paramLabel = "ADDRESS",
      scope = ScopeType.INHERIT,
      converter = JmxAddress.class,
      description = "Its JMX port, as HOST:PORT or as a whole JMX URL.")
  private @Nullable JMXServiceURL url;

  @Option(
      names = "--user",
      paramLabel = "USER",
      scope = ScopeType.INHERIT,
      description =
          "Who asks. The password is in the environment variable "
              + Password.VARIABLE
              + ", or is asked for.")
  private @Nullable String user;

  @Option(
      names = "--instance",
      paramLabel = "ID",
      scope = ScopeType.INHERIT,
      description = "Which one, if several registries run in one process.")
  private @Nullable String instance;

  OptionalLong pid() {
    return pid == null ? OptionalLong.empty() : OptionalLong.of(pid);
  }

  Optional<JMXServiceURL> url() {
    return Optional.ofNullable(url);
  }

  Optional<String> user() {
    return Optional.ofNullable(user);
  }

  Optional<String> instance() {
    return Optional.ofNullable(instance);
  }
}
