package dev.registrynotifications.reload.source;

import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.config.reader.ConfigReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A configuration in a file, or in the environment alone. */
record ReaderSource(ConfigReader reader, Optional<Path> file) implements ConfigSource {

  @Override
  public NotificationsConfig read(Consumer<Path> files) {
    ConfigReader telling = reader.reading(files);
    return file.map(telling::read).orElseGet(telling::read);
  }
}
