package dev.registrynotifications.host.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.host.server.HttpPort;
import dev.registrynotifications.host.server.ServletContexts;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryWarIT {

  private static final Path WAR =
      Path.of(System.getProperty("registryWar", "registryWar is not set"));

  @TempDir private Path directory;

  @Test
  void bringsNothingThatContainersHave() throws IOException {
    try (JarFile war = new JarFile(WAR.toFile())) {
      List<String> libraries =
          war.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.startsWith("WEB-INF/lib/"))
              .map(name -> name.replaceFirst("WEB-INF/lib/([a-z-]+)-\\d.*", "$1"))
              .toList();

      assertThat(libraries)
          .containsExactlyInAnyOrder(
              "jackson-annotations",
              "jackson-core",
              "jackson-databind",
              "registry-notifications-plugin-api");
      assertThat(war.stream().map(ZipEntry::getName))
          .contains("WEB-INF/web.xml")
          .noneMatch(name -> name.matches(".*/(demo|receiver|jmx|server|gateway)/.*"))
          .noneMatch(name -> name.contains("RegistryHost"));
    }
  }

  @Test
  void needsNothingButTheServletApi() throws Exception {
    unpack();
    try (URLClassLoader loader = new URLClassLoader(classPath(), new ServletApiOnly());
        HttpPort port = HttpPort.bind("127.0.0.1", 0, new HttpConfiguration())) {
      port.start(ServletContexts.of(new ServletHolder(servlet(loader))));

      assertThat(statusOf(port.uri().resolve("/v2/"))).isEqualTo(200);
      assertThat(statusOf(port.uri().resolve("/v2/a/tags/list"))).isEqualTo(404);
    }
  }

  /** As a container makes it. */
  private static HttpServlet servlet(ClassLoader loader) throws ReflectiveOperationException {
    Class<?> type = loader.loadClass(RegistryServlet.class.getName());
    assertThat(type).isNotEqualTo(RegistryServlet.class);
    return (HttpServlet) type.getConstructor().newInstance();
  }

  private void unpack() throws IOException {
    try (JarFile war = new JarFile(WAR.toFile())) {
      for (ZipEntry entry : war.stream().filter(file -> !file.isDirectory()).toList()) {
        Path file = directory.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        try (InputStream content = war.getInputStream(entry)) {
          Files.copy(content, file);
        }
      }
    }
  }

  private URL[] classPath() throws IOException {
    List<URL> urls = new ArrayList<>();
    urls.add(directory.resolve("WEB-INF/classes").toUri().toURL());
    try (Stream<Path> jars = Files.list(directory.resolve("WEB-INF/lib"))) {
      for (Path jar : jars.toList()) {
        urls.add(jar.toUri().toURL());
      }
    }
    return urls.toArray(URL[]::new);
  }

  private static int statusOf(URI uri) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  /** What every container has. */
  private static final class ServletApiOnly extends ClassLoader {

    ServletApiOnly() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("jakarta.servlet.")) {
        return Class.forName(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}
