package dev.registrynotifications.host;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How to start a host as a child process: {@code new HostLauncher(jar).with("--storage",
 * "data").start()}. Immutable.
 */
public final class HostLauncher {

  private final Path jar;
  private final List<String> jvmOptions;
  private final List<String> arguments;
  private final Map<String, String> environment;

  /** Starts the host of that jar, on any free port unless told otherwise. */
  public HostLauncher(Path jar) {
    this(jar, List.of(), List.of("--port", "0"), Map.of());
  }

  private HostLauncher(
      Path jar, List<String> jvmOptions, List<String> arguments, Map<String, String> environment) {
    this.jar = jar;
    this.jvmOptions = List.copyOf(jvmOptions);
    this.arguments = List.copyOf(arguments);
    this.environment = Map.copyOf(environment);
  }

  /** The same, with an option of the host; {@code --port} replaces the one we chose. */
  public HostLauncher with(String option, String value) {
    List<String> more = new ArrayList<>(arguments);
    int known = more.indexOf(option);
    if (known >= 0) {
      more.set(known + 1, value);
    } else {
      more.addAll(List.of(option, value));
    }
    return new HostLauncher(jar, jvmOptions, more, environment);
  }

  /** The same, with options for the JVM, such as {@code -Xmx64m}. */
  public HostLauncher withJvm(String... options) {
    List<String> more = new ArrayList<>(jvmOptions);
    more.addAll(List.of(options));
    return new HostLauncher(jar, more, arguments, environment);
  }

  /** The same, with an environment variable. */
  public HostLauncher withEnvironment(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(name, value);
    return new HostLauncher(jar, jvmOptions, arguments, more);
  }

  /**
   * Starts it and waits until it listens.
   *
   * @throws IOException if it ends instead, or doesn't listen within three minutes; the message
   *     tells what it wrote
   */
  public HostProcess start() throws IOException, InterruptedException {
    return HostProcess.start(command(), environment);
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(arguments);
    return command;
  }
}
