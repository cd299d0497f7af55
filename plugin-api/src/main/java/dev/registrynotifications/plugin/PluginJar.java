package dev.registrynotifications.plugin;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;

/**
 * One jar of the plugin directory, open, with the plugins it provides.
 *
 * @param path the jar
 * @param loader the class loader of all its plugins
 * @param plugins at least one
 */
record PluginJar(Path path, PluginClassLoader loader, List<RegistryPlugin> plugins)
    implements Closeable {

  /**
   * Opens a jar and makes its plugins.
   *
   * @throws PluginException if it is no jar, has no plugin, or one that doesn't fit this server
   */
  static PluginJar open(Path path) {
    checkIsJar(path);
    PluginClassLoader loader = newLoader(path);
    try {
      return new PluginJar(path, loader, providers(path, loader));
    } catch (PluginException e) {
      closeQuietly(loader, e);
      throw e;
    }
  }

  private static void checkIsJar(Path path) {
    try (JarFile jar = new JarFile(path.toFile())) {
      jar.size();
    } catch (IOException e) {
      throw new PluginException(
          "Could not load plugin "
              + path
              + ": it can't be read as a jar ("
              + e.getMessage()
              + "). Copy it again, or remove it.",
          e);
    }
  }

  private static PluginClassLoader newLoader(Path path) {
    try {
      return new PluginClassLoader(path.toUri().toURL(), PluginJar.class.getClassLoader());
    } catch (IOException e) {
      throw new PluginException("Could not load plugin " + path + ": " + e.getMessage(), e);
    }
  }

  private static List<RegistryPlugin> providers(Path path, PluginClassLoader loader) {
    List<RegistryPlugin> plugins;
    try {
      plugins =
          ServiceLoader.load(RegistryPlugin.class, loader).stream()
              .filter(provider -> provider.type().getClassLoader() == loader)
              .map(ServiceLoader.Provider::get)
              .toList();
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new PluginException(
          "Could not load plugin "
              + path
              + ": it doesn't fit this server ("
              + e
              + "). Install the release of it that was made for this server, as the jar that has its"
              + " libraries inside.",
          e);
    }
    if (plugins.isEmpty()) {
      throw new PluginException(
          "Could not load plugin "
              + path
              + ": its META-INF/services names no "
              + RegistryPlugin.class.getName()
              + ". Only plugins belong into the plugin directory.",
          null);
    }
    return plugins;
  }

  private static void closeQuietly(PluginClassLoader loader, PluginException reason) {
    try {
      loader.close();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
