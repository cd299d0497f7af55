package dev.registrynotifications.reload;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.reload.source.ConfigSource;
import dev.registrynotifications.reload.source.LoadedConfig;
import dev.registrynotifications.reload.watch.FileWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A configuration file that an operator changes, and what is made of it. */
record ChangingFile(Path path, Receivers receivers) {

  /** When it is always read. */
  static final Instant NOW = Instant.parse("2026-11-25T06:00:00Z");

  /** Writes endpoints, and other keys before them. */
  void write(String settings, String... endpoints) throws IOException {
    String entries = "    - " + String.join("\n    - ", endpoints) + "\n";
    Files.writeString(
        path,
        "notifications:\n  enabled: true\n  journal: {type: memory}\n"
            + settings
            + "  endpoints:\n"
            + entries);
  }

  /** One at a receiver of its name. */
  String endpoint(String name, String settings) {
    return "{name: %s, url: \"%s\", %s}".formatted(name, receivers.url(name), settings);
  }

  /** What runs with it as it is now. */
  Node start() {
    return Node.inMemory(loaded().config().endpoints().toArray(EndpointConfig[]::new));
  }

  /** What looks at it for that one. */
  Reloader reloader(Node node) {
    return new Reloader(loaded(), FileWatch.ofOperatingSystem(), node.endpoints(), () -> NOW);
  }

  /** As often as it takes also if a file is named that nobody has looked at before. */
  static void lookUntilAtRest(Reloader reloader) {
    for (int i = 0; i < 5; i++) {
      reloader.look();
    }
  }

  private LoadedConfig loaded() {
    return LoadedConfig.from(ConfigSource.ofProcess(Optional.of(path)));
  }
}
