package dev.registrynotifications.host.gateway;

import jakarta.servlet.ServletContainerInitializer;
import java.io.Closeable;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;

/**
 * One jar of the plugin directory, open, with the initializers it provides.
 *
 * @param initializers at least one
 */
record InitializerJar(
    Path path, URLClassLoader loader, List<ServletContainerInitializer> initializers)
    implements Closeable {

  InitializerJar {
    initializers = List.copyOf(initializers);
  }

  /**
   * Opens a jar and makes its initializers.
   *
   * @throws IOException if it is no jar, or has no initializer that fits
   */
  static InitializerJar open(Path path) throws IOException {
    checkIsJar(path);
    URLClassLoader loader =
        new URLClassLoader(new URL[] {path.toUri().toURL()}, InitializerJar.class.getClassLoader());
    try {
      return new InitializerJar(path, loader, providers(loader));
    } catch (IOException | RuntimeException e) {
      loader.close();
      throw e;
    }
  }

  private static void checkIsJar(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      jar.size();
    } catch (IOException e) {
      throw new IOException("it can't be read as a jar (" + e.getMessage() + ")", e);
    }
  }

  private static List<ServletContainerInitializer> providers(URLClassLoader loader)
      throws IOException {
    List<ServletContainerInitializer> found;
    try {
      found =
          ServiceLoader.load(ServletContainerInitializer.class, loader).stream()
              .filter(provider -> provider.type().getClassLoader() == loader)
              .map(ServiceLoader.Provider::get)
              .toList();
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new IOException("it doesn't fit this gateway (" + e + ")", e);
    }
    if (found.isEmpty()) {
      throw new IOException(
          "its META-INF/services names no " + ServletContainerInitializer.class.getName());
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
