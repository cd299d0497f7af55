package dev.registrynotifications.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tomcat with a {@code CATALINA_BASE} of its own, which has the configuration it comes with. */
final class Tomcat implements ServerKind {

  @Override
  public String heading() {
    return "Tomcat";
  }

  @Override
  public void prepare(Path base) throws IOException {
    for (String directory : List.of("conf", "lib", "logs", "temp", "webapps", "work")) {
      Files.createDirectories(base.resolve(directory));
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(BuildFiles.tomcatHome().resolve("conf"))) {
      for (Path file : files) {
        Files.copy(file, base.resolve("conf").resolve(file.getFileName()));
      }
    }
    Path settings = base.resolve("conf").resolve("server.xml");
    Files.writeString(settings, adapted(Files.readString(settings, UTF_8)));
    Files.copy(BuildFiles.registryWar(), base.resolve("webapps").resolve("ROOT.war"));
    // An archive's permissions are lost when Maven unpacks it.
    for (String script : List.of("catalina.sh", "setclasspath.sh")) {
      Files.setPosixFilePermissions(
          BuildFiles.tomcatHome().resolve("bin").resolve(script),
          PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Override
  public Map<String, String> environment(Path base) {
    return Map.of(
        "CATALINA_HOME", BuildFiles.tomcatHome().toString(), "CATALINA_BASE", base.toString());
  }

  @Override
  public Pattern listening() {
    return Pattern.compile("Starting ProtocolHandler \\[\"http-nio-.*-(\\d+)\"\\]");
  }

  @Override
  public String toString() {
    return heading();
  }

  /** Any free port of the loopback, none to stop it by, and a look for changes each second. */
  private static String adapted(String settings) {
    return settings
        .replace("<Server port=\"8005\"", "<Server port=\"-1\"")
        .replace("<Connector port=\"8080\"", "<Connector port=\"0\" address=\"127.0.0.1\"")
        .replace("<Engine ", "<Engine backgroundProcessorDelay=\"1\" ");
  }
}
