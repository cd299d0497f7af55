package dev.registrynotifications.dropin;

import static java.util.Objects.requireNonNull;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the build has put what these tests run. */
final class Artefacts {

  private Artefacts() {}

  /** The drop-in jar. */
  static Path pluginJar() {
    return fromProperty("pluginJar");
  }

  /** The registry server. */
  static Path hostJar() {
    return fromProperty("hostJar");
  }

  /** The jar for servers that bring the libraries themselves. */
  static Path thinJar() {
    return fromProperty("thinJar");
  }

  /** A file whose one line is the class path of the libraries that the thin jar needs. */
  static Path thinJarClassPath() {
    return fromProperty("thinJarClassPath");
  }

  /** A directory with an old Guava and an old Jackson. */
  static Path oldLibraries() {
    return fromProperty("oldLibraries");
  }

  static Path readme() {
    return fromProperty("readme");
  }

  /** The jar or directory that a class of the test's own class path comes from. */
  static Path locationOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static Path fromProperty(String name) {
    return Path.of(requireNonNull(System.getProperty(name), "system property " + name));
  }
}
