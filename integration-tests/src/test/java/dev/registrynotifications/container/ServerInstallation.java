package dev.registrynotifications.container;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** A server in a directory of its own, and an operator before it. */
final class ServerInstallation {

  /** A JVM that doesn't put much into a short life, and speaks the language the tests read. */
  private static final String JVM =
      "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Duser.language=en";

  private final ServerKind kind;
  private final Path base;
  private final Path operator;

  private ServerInstallation(ServerKind kind, Path base, Path operator) {
    this.kind = kind;
    this.base = base;
    this.operator = operator;
  }

  /**
   * Makes a server that has never heard of the plugin, and leaves the plugin's jar and its
   * configuration file with the operator.
   *
   * @param work an empty directory
   */
  static ServerInstallation in(Path work, ServerKind kind, String configuration)
      throws IOException, InterruptedException {
    Path base = work.resolve("server");
    kind.prepare(base);
    Path operator = Files.createDirectories(kind.workingDirectory(base));
    Files.copy(BuildFiles.pluginJar(), operator.resolve(BuildFiles.pluginJar().getFileName()));
    Files.writeString(operator.resolve("registry-notifications.yml"), configuration);
    return new ServerInstallation(kind, base, operator);
  }

  /** Deploys the registry once more: ROOT or the name of the path where it is to be. */
  void deploy(String application) throws IOException {
    deploy(application, BuildFiles.registryWar());
  }

  /** Deploys a web application of one's own. */
  void deploy(String application, Path war) throws IOException {
    place(Files.copy(war, base.resolve(application + ".war")));
  }

  /** Deploys a web application that is no registry, but a {@link Footprint}. */
  void deployFootprint(String application) throws IOException {
    place(FootprintWar.write(base.resolve(application + ".war")));
  }

  /** Takes a web application away again, and leaves it to the server to notice. */
  void undeploy(String application) throws IOException {
    Files.delete(base.resolve("webapps").resolve(application + ".war"));
  }

  /** Runs README's commands, with these settings, and waits until the server listens. */
  ServerProcess start(Map<String, String> settings) throws IOException {
    String script = DocumentedCommands.under(kind.heading()).script();
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", script).directory(operator.toFile());
    Map<String, String> environment = builder.environment();
    environment.putAll(kind.environment(base));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("JAVA_TOOL_OPTIONS", JVM);
    environment.merge("PATH", ChildProcess.directoryOfTools(), ServerInstallation::afterwards);
    environment.putAll(settings);
    return ServerProcess.start(builder, operator.resolve("server.log"), kind.listening());
  }

  private void place(Path war) throws IOException {
    // Moved into place: a server that looks in between must not find half of it.
    Path webApplications = base.resolve("webapps");
    Files.move(war, webApplications.resolve(war.getFileName()), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String afterwards(String path, String directory) {
    return directory + File.pathSeparator + path;
  }
}
