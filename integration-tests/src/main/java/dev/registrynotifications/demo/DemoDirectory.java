package dev.registrynotifications.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A temporary directory with all that the demonstration writes: what an administrator puts there,
 * and what jib caches. Closing deletes it.
 *
 * @param path the directory
 */
record DemoDirectory(Path path) implements AutoCloseable {

  static DemoDirectory create() {
    try {
      return new DemoDirectory(Files.createTempDirectory("registry-demo-"));
    } catch (IOException e) {
      throw new DemoException("Could not make a temporary directory", e);
    }
  }

  /** The server's plugin directory. */
  Path plugins() {
    return path.resolve("plugins");
  }

  /** The server's configuration. */
  Path config() {
    return path.resolve("config.yml");
  }

  /** Drops the plugin into the plugin directory. */
  void install(Path plugin) {
    try {
      Files.createDirectories(plugins());
      Files.copy(plugin, plugins().resolve(plugin.getFileName()));
    } catch (IOException e) {
      throw new DemoException("Could not copy " + plugin + " into " + plugins(), e);
    }
  }

  /**
   * Writes the configuration.
   *
   * @return what it says
   */
  String configure(String endpoint, URI receiver) {
    String yaml =
        """
        notifications:
          enabled: true
          endpoints:
            - name: %s
              url: %s
        """
            .formatted(endpoint, receiver);
    try {
      Files.writeString(config(), yaml);
    } catch (IOException e) {
      throw new DemoException("Could not write " + config(), e);
    }
    return yaml;
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new DemoException("Could not delete " + path, e);
    }
  }
}
