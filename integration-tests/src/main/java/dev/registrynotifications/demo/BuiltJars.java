package dev.registrynotifications.demo;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The jars that the build makes, found from where one of them is, so that the demonstration runs
 * from any working directory.
 *
 * @param target the build directory of this module
 */
record BuiltJars(Path target) {

  private static final String BUILD = "mvn -q -DskipTests package";
  private static final Predicate<String> PLUGIN =
      Pattern.compile("registry-notifications-plugin-\\d[\\w.]*(-SNAPSHOT)?\\.jar")
          .asMatchPredicate();

  /** The jars beside the one that this class is in. */
  static BuiltJars besideThis() {
    try {
      Path jar =
          Path.of(BuiltJars.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new BuiltJars(jar.resolveSibling("").normalize());
    } catch (URISyntaxException e) {
      throw new DemoException("Could not tell where the demonstration is", e);
    }
  }

  /** The server that loads the plugin. */
  Path host() {
    Path jar = target.resolve("registry-host.jar");
    if (!Files.isRegularFile(jar)) {
      throw missing(jar);
    }
    return jar;
  }

  /** The plugin, as it is dropped into a server's plugin directory. */
  Path plugin() {
    Path directory = target.resolve("../../plugin-impl/target").normalize();
    List<Path> found = pluginsIn(directory);
    if (found.size() != 1) {
      throw missing(directory.resolve("registry-notifications-plugin-*.jar"));
    }
    return found.get(0);
  }

  private static List<Path> pluginsIn(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> PLUGIN.test(file.getFileName().toString())).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static DemoException missing(Path jar) {
    return new DemoException("Could not find one " + jar + ": build it with `" + BUILD + "`");
  }
}
