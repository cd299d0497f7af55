package dev.registrynotifications.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** An application of Spring Boot that is a registry, with Tomcat inside. */
final class SpringBoot implements ServerKind {

  private final Path application;

  /** For an application that {@link SpringApplicationBuild} made. */
  SpringBoot(Path application) {
    this.application = application;
  }

  @Override
  public String heading() {
    return "Spring Boot";
  }

  @Override
  public void prepare(Path base) throws IOException {
    Files.createDirectories(base);
    Files.copy(application, base.resolve("app.jar"));
  }

  @Override
  public Path workingDirectory(Path base) {
    return base;
  }

  @Override
  public Map<String, String> environment(Path base) {
    return Map.of("SERVER_PORT", "0", "SERVER_ADDRESS", "127.0.0.1");
  }

  @Override
  public Pattern listening() {
    return Pattern.compile("Tomcat started on port (\\d+)");
  }

  @Override
  public String toString() {
    return heading();
  }
}
