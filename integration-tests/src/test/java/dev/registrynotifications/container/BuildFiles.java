package dev.registrynotifications.container;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/** Where the build has put what these tests run. */
final class BuildFiles {

  private BuildFiles() {}

  /** The drop-in jar. */
  static Path pluginJar() {
    return fromProperty("pluginJar");
  }

  /** The small registry, for any context path. */
  static Path registryWar() {
    return fromProperty("registryWar");
  }

  /** Jetty, as it is downloaded. */
  static Path jettyHome() {
    return fromProperty("jettyHome");
  }

  /** Tomcat, as it is downloaded. */
  static Path tomcatHome() {
    return fromProperty("tomcatHome");
  }

  /** A directory with the jars of a web application of Spring Boot. */
  static Path springBootLibraries() {
    return fromProperty("springBootLibraries");
  }

  static Path readme() {
    return fromProperty("readme");
  }

  private static Path fromProperty(String name) {
    return Path.of(requireNonNull(System.getProperty(name), "system property " + name));
  }
}
