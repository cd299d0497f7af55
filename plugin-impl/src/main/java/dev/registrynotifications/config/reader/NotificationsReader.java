package dev.registrynotifications.config.reader;

import dev.registrynotifications.config.ContainerConfig;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.JournalConfig;
import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.config.yaml.MappingReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads a {@code notifications:} block that is switched on. Each part has a reader of its own. */
final class NotificationsReader {

  /** The flag. */
  static final String ENABLED = "enabled";

  private final Path directory;
  private final SmallFiles files;
  private final Map<String, String> environment;

  /**
   * Reads for a configuration that lies somewhere.
   *
   * @param directory where relative names of files begin
   * @param environment the process's environment variables
   */
  NotificationsReader(Path directory, SmallFiles files, Map<String, String> environment) {
    this.directory = directory;
    this.files = files;
    this.environment = environment;
  }

  NotificationsConfig read(MappingReader reader) {
    boolean enabled = reader.bool(ENABLED, false);
    MappingReader events = reader.mapping("events");
    boolean includeReferences = events.bool("includereferences", false);
    events.rejectUnknownKeys();
    JournalConfig journal = new JournalReader(directory).read(reader.mapping("journal"));
    Duration shutdownTimeout =
        reader.duration("shutdownTimeout", NotificationsConfig.DEFAULT_SHUTDOWN_TIMEOUT);
    ContainerConfig container = ContainerReader.read(reader);
    List<EndpointConfig> endpoints =
        new EndpointReader(directory, files, environment).read(reader.mappings("endpoints"));
    reader.rejectUnknownKeys();
    return new NotificationsConfig(
        enabled, includeReferences, journal, shutdownTimeout, container, endpoints);
  }
}
