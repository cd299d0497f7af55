package dev.registrynotifications.servlet;

import jakarta.servlet.ServletContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the configuration of a server that knows nothing of us. */
record ConfigurationFile(
    UnaryOperator<@Nullable String> properties, Map<String, String> environment) {

  /** Names the file: as a system property, or as an init-parameter of a web application. */
  static final String PROPERTY = "registry.notifications.config";

  private static final String VARIABLE = "REGISTRY_NOTIFICATIONS_CONFIG";
  private static final String NAME = "registry-notifications.yml";

  static ConfigurationFile ofProcess() {
    return new ConfigurationFile(System::getProperty, System.getenv());
  }

  /**
   * The file that the web application names, else the process; else the one in the configuration
   * directory of Tomcat, of Jetty, or of what was started in the working directory, if it is there.
   */
  Optional<Path> of(ServletContext context) {
    return Stream.of(
            context.getInitParameter(PROPERTY),
            properties.apply(PROPERTY),
            environment.get(VARIABLE))
        .filter(named -> named != null && !named.isBlank())
        .findFirst()
        .map(Path::of)
        .or(this::usual)
        .map(path -> path.toAbsolutePath().normalize());
  }

  private Optional<Path> usual() {
    return places().filter(Files::isRegularFile).findFirst();
  }

  /** Where it is looked for if it isn't named. */
  Stream<Path> places() {
    return Stream.of(
            in("catalina.base", "conf"),
            in("jetty.base", "etc"),
            in("user.dir", "config"),
            in("user.dir", ""))
        .filter(Objects::nonNull)
        .map(directory -> directory.resolve(NAME));
  }

  private @Nullable Path in(String property, String directory) {
    String base = properties.apply(property);
    return base == null ? null : Path.of(base).resolve(directory);
  }
}
