package dev.registrynotifications.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Jetty with a {@code JETTY_BASE} of its own, for web applications of Jakarta EE 10. */
final class Jetty implements ServerKind {

  @Override
  public String heading() {
    return "Jetty";
  }

  @Override
  public void prepare(Path base) throws IOException, InterruptedException {
    Files.createDirectories(base);
    ChildProcess.run(
        base,
        List.of(
            ChildProcess.tool("java"),
            "-jar",
            BuildFiles.jettyHome().resolve("start.jar").toString(),
            "--add-modules=server,http,ee10-deploy"));
    set(base, "http.ini", "jetty.http.host=127.0.0.1", "jetty.http.port=0");
    set(base, "deployment-scanner.ini", "jetty.deploy.scanInterval=1");
    Files.copy(BuildFiles.registryWar(), base.resolve("webapps").resolve("ROOT.war"));
  }

  @Override
  public Map<String, String> environment(Path base) {
    return Map.of("JETTY_HOME", BuildFiles.jettyHome().toString(), "JETTY_BASE", base.toString());
  }

  @Override
  public Pattern listening() {
    return Pattern.compile("Started .*ServerConnector.*\\{127\\.0\\.0\\.1:(\\d+)\\}");
  }

  @Override
  public String toString() {
    return heading();
  }

  private static void set(Path base, String file, String... lines) throws IOException {
    Files.write(
        base.resolve("start.d").resolve(file), List.of(lines), UTF_8, StandardOpenOption.APPEND);
  }
}
