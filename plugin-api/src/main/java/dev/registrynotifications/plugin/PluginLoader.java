package dev.registrynotifications.plugin;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Loads the {@link RegistryPlugin}s of a server's plugin directory, starts and stops them. For the
 * thread that starts and stops the server.
 *
 * <p>Every {@code *.jar} gets a class loader of its own: the four packages of this API come from
 * the server, all else from the jar first. A jar that can't be used, or a plugin that can't start,
 * costs the server nothing but a line in {@link #problems}: whatever it throws is caught here.
 *
 * <pre>{@code
 * PluginLoader plugins = PluginLoader.open(directory);
 * RepositoryDecorator decorator = plugins.start(context);
 * plugins.problems().forEach(System.err::println);
 * }</pre>
 */
public final class PluginLoader implements AutoCloseable {

  private final List<PluginJar> jars = new ArrayList<>();
  private final List<RegistryPlugin> started = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private PluginLoader() {}

  /**
   * Loads the plugins of all jars in the directory, in the order of their file names.
   *
   * @throws IOException if the directory can't be listed
   */
  public static PluginLoader open(Path directory) throws IOException {
    PluginLoader loader = new PluginLoader();
    List<Path> paths = jarsIn(directory);
    paths.forEach(loader::load);
    if (paths.isEmpty()) {
      loader.problems.add(
          "Could not find a plugin in " + directory + ": it has no *.jar. Put the plugin's there.");
    }
    return loader;
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
      jars.add(PluginJar.open(path));
    } catch (PluginException e) {
      problems.add(e.getMessage());
    } catch (Throwable e) {
      problems.add("Could not load plugin " + path + ": " + e);
    }
  }

  /**
   * Starts all plugins and returns what to pass each repository through. A plugin that can't start
   * is left out, and so is the second one of a name.
   */
  public RepositoryDecorator start(PluginContext context) {
    List<RepositoryDecorator> decorators = new ArrayList<>();
    Map<String, Path> jarByName = new HashMap<>();
    for (PluginJar jar : jars) {
      for (RegistryPlugin plugin : jar.plugins()) {
        try {
          checkIsFirst(plugin.name(), jar.path(), jarByName);
          decorators.add(requireNonNull(inContextOf(jar, () -> plugin.start(context))));
          started.add(plugin);
        } catch (PluginException e) {
          problems.add(e.getMessage());
        } catch (Throwable e) {
          problems.add("Could not start a plugin of " + jar.path() + ": " + e);
        }
      }
    }
    return new DecoratorChain(decorators);
  }

  /** Two versions of a plugin side by side would both do the work. */
  private static void checkIsFirst(String name, Path path, Map<String, Path> jarByName) {
    Path first = jarByName.putIfAbsent(name, path);
    if (first != null) {
      throw new PluginException(
          "Could not start plugin "
              + name
              + " of "
              + path
              + ": "
              + first
              + " has it already. Remove one of them.",
          null);
    }
  }

  /** What went wrong so far, a sentence each, for the server's operator. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** Stops the plugins that started, the last one first, and lets go of the jars. Never throws. */
  @Override
  public void close() {
    for (int i = started.size() - 1; i >= 0; i--) {
      closeQuietly(started.get(i));
    }
    jars.forEach(this::closeQuietly);
    started.clear();
    jars.clear();
  }

  private void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Throwable e) {
      problems.add("Could not stop a plugin: " + e);
    }
  }

  /** Libraries of a plugin that look classes up by the thread must find the plugin's. */
  private static <T> T inContextOf(PluginJar jar, Supplier<T> call) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(jar.loader());
    try {
      return call.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
