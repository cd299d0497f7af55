package dev.registrynotifications.monitoring;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What is shipped for Prometheus and Grafana, and where the build has put the rest. */
final class MonitoringFiles {

  static final String ALERTS = "prometheus-rules.yaml";
  static final String ALERTS_TEST = "prometheus-rules-test.yaml";
  static final String DASHBOARD = "grafana-dashboard.json";
  static final String EXPORTER = "jmx-exporter.yaml";
  static final String README = "README.md";

  private MonitoringFiles() {}

  /** One of the files. */
  static Path path(String name) {
    return fromProperty("monitoring").resolve(name);
  }

  /** The text of one of the files. */
  static String text(String name) throws IOException {
    return Files.readString(path(name));
  }

  /** What the group of a pattern matches in one of the files, wherever it does. */
  static Set<String> find(String pattern, String file) throws IOException {
    Set<String> found = new TreeSet<>();
    Pattern.compile(pattern)
        .matcher(text(file))
        .results()
        .map(match -> match.group(1))
        .forEach(found::add);
    return found;
  }

  /** The agent that turns MBeans into metrics. */
  static Path exporterJar() {
    return fromProperty("exporterJar");
  }

  /** The drop-in jar. */
  static Path pluginJar() {
    return fromProperty("pluginJar");
  }

  /** The archive that is given out, without what its name ends in. */
  static Path distribution() {
    return fromProperty("distribution");
  }

  private static Path fromProperty(String name) {
    return Path.of(requireNonNull(System.getProperty(name), "system property " + name));
  }
}
