package dev.registrynotifications.config.reader;

import static dev.registrynotifications.config.JournalConfig.DEFAULT_BUFFER_EVENTS;
import static dev.registrynotifications.config.JournalConfig.DEFAULT_PATH;
import static dev.registrynotifications.config.JournalConfig.DEFAULT_RETENTION;

import dev.registrynotifications.config.JournalConfig;
import dev.registrynotifications.config.JournalConfig.Fsync;
import dev.registrynotifications.config.yaml.MappingReader;
import dev.registrynotifications.config.yaml.YamlValue.Scalar;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads {@code notifications.journal}, which distribution doesn't have. All keys are checked with
 * either type: a mistake should not wait for the day on which the type changes.
 */
final class JournalReader {

  private final Path directory;

  /**
   * Reads for a configuration that lies somewhere.
   *
   * @param directory where relative paths begin
   */
  JournalReader(Path directory) {
    this.directory = directory;
  }

  JournalConfig read(MappingReader reader) {
    JournalConfig.Type type = reader.oneOf("type", JournalConfig.Type.FILE);
    JournalConfig journal =
        new JournalConfig(
            type,
            directory.resolve(path(reader)),
            reader.size("maxBytes", type.defaultMaxBytes(), type.minimumMaxBytes()),
            reader.duration("retention", DEFAULT_RETENTION),
            reader.oneOf("fsync", Fsync.INTERVAL),
            reader.positive("bufferEvents", DEFAULT_BUFFER_EVENTS));
    reader.rejectUnknownKeys();
    return journal;
  }

  private static Path path(MappingReader reader) {
    Optional<Scalar> path = reader.scalar("path");
    if (path.isEmpty()) {
      return DEFAULT_PATH;
    }
    if (path.get().text().isBlank()) {
      reader.problem(path.get().place(), "path", "is blank; it must name a directory");
      return DEFAULT_PATH;
    }
    try {
      return Path.of(path.get().text());
    } catch (InvalidPathException e) {
      reader.problem(path.get().place(), "path", "is no path: " + e.getReason());
      return DEFAULT_PATH;
    }
  }
}
