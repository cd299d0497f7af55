package dev.registrynotifications.host.gateway;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls the initializers of all jars in a plugin directory, as a servlet container calls those of
 * its libraries. For the thread that starts and stops the host.
 *
 * <p>Rejected: what containers do about an initializer that fails, which is not to start. A plugin
 * costs the gateway nothing but a line in {@link #problems}.
 */
public final class GatewayPlugins implements ServletContainerInitializer, AutoCloseable {

  private final List<InitializerJar> jars = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private GatewayPlugins() {}

  /** No plugins at all. */
  public static GatewayPlugins none() {
    return new GatewayPlugins();
  }

  /**
   * Loads the jars of the directory, in the order of their file names.
   *
   * @throws IOException if the directory can't be listed
   */
  public static GatewayPlugins open(Path directory) throws IOException {
    GatewayPlugins plugins = new GatewayPlugins();
    List<Path> paths = jarsIn(directory);
    paths.forEach(plugins::load);
    if (paths.isEmpty()) {
      plugins.problems.add(
          "Could not find a plugin in " + directory + ": it has no *.jar. Put the plugin's there.");
    }
    return plugins;
  }

  private static List<Path> jarsIn(Path directory) throws IOException {
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "*.jar")) {
      entries.forEach(paths::add);
    }
    return paths.stream().sorted().toList();
  }

  private void load(Path path) {
    try {
      jars.add(InitializerJar.open(path));
    } catch (IOException | RuntimeException e) {
      problems.add("Could not load plugin " + path + ": " + e.getMessage());
    }
  }

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    for (InitializerJar jar : jars) {
      for (ServletContainerInitializer initializer : jar.initializers()) {
        start(jar, initializer, context);
      }
    }
  }

  /** Libraries of a plugin that look classes up by the thread must find the plugin's. */
  private void start(
      InitializerJar jar, ServletContainerInitializer initializer, ServletContext context) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(jar.loader());
    try {
      initializer.onStartup(null, context);
    } catch (Throwable e) {
      problems.add("Could not start a plugin of " + jar.path() + ": " + e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** What went wrong so far, a sentence each, for the gateway's operator. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** Lets go of the jars: only once the server has stopped, for it may still need their classes. */
  @Override
  public void close() {
    for (InitializerJar jar : jars) {
      try {
        jar.close();
      } catch (IOException e) {
        problems.add("Could not close " + jar.path() + ": " + e.getMessage());
      }
    }
    jars.clear();
  }
}
