package dev.registrynotifications.comparison.host;

import dev.registrynotifications.bench.run.WorkDirectory;
import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostLauncher;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A registry that is measured: without the plugin, or with it and an endpoint.
 *
 * @param name what people read
 * @param kind how its endpoint is
 * @param rounds what it did in each round
 */
record Candidate(String name, Kind kind, List<Pushed> rounds) {

  Candidate(String name, Kind kind) {
    this(name, kind, new ArrayList<>());
  }

  /** How its endpoint is. */
  enum Kind {
    WITHOUT_PLUGIN,
    DOWN,
    ANSWERING
  }

  /** Whether its endpoint is up. */
  boolean answered() {
    return kind == Kind.ANSWERING;
  }

  /** How to start it. */
  HostLauncher launcher(WorkDirectory work, URI receiver) throws IOException {
    return kind == Kind.WITHOUT_PLUGIN
        ? new HostLauncher(Path.of(System.getProperty("hostJar")))
        : Installation.in(work.path(), configuration(receiver)).host();
  }

  private static String configuration(URI receiver) {
    return """
        notifications:
          enabled: true
          endpoints:
            - {name: hook, url: '%s'}
        """
        .formatted(receiver);
  }
}
