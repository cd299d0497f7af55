package dev.registrynotifications.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationFileTest {

  private static final String NAME = "registry-notifications.yml";
  private static final String PROPERTY = "registry.notifications.config";
  private static final String VARIABLE = "REGISTRY_NOTIFICATIONS_CONFIG";

  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final ServletContextHandler application = new ServletContextHandler();
  @TempDir private Path directory;

  @BeforeEach
  void startInAnEmptyDirectory() throws IOException {
    properties.put("user.dir", Files.createDirectory(directory.resolve("work")).toString());
  }

  @ParameterizedTest
  @CsvSource({"catalina.base, conf", "jetty.base, etc", "user.dir, config", "user.dir, ''"})
  void findsItInTheConfigurationDirectoryOfAServer(String property, String name)
      throws IOException {
    Path base = directory.resolve("base");
    properties.put(property, base.toString());
    Path file = Files.createDirectories(base.resolve(name)).resolve(NAME);
    Files.createFile(file);

    assertThat(found().of(application.getServletContext())).contains(file);
  }

  @Test
  void findsNothingWhereNothingIs() {
    properties.put("catalina.base", directory.toString());

    assertThat(found().of(application.getServletContext())).isEmpty();
  }

  @Test
  void prefersWhatIsNamedEvenIfItIsNotThere() throws IOException {
    Files.createFile(directory.resolve("work").resolve(NAME));
    environment.put(VARIABLE, directory.resolve("a.yml").toString());
    assertThat(found().of(application.getServletContext())).contains(directory.resolve("a.yml"));

    properties.put(PROPERTY, directory.resolve("b.yml").toString());
    assertThat(found().of(application.getServletContext())).contains(directory.resolve("b.yml"));

    application.setInitParameter(PROPERTY, directory.resolve("c.yml").toString());
    assertThat(found().of(application.getServletContext())).contains(directory.resolve("c.yml"));
  }

  @Test
  void takesAnEmptyNameForNone() {
    environment.put(VARIABLE, " ");

    assertThat(found().of(application.getServletContext())).isEmpty();
  }

  private ConfigurationFile found() {
    return new ConfigurationFile(properties::get, environment);
  }
}
