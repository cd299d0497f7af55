package dev.registrynotifications.reload.source;

import dev.registrynotifications.config.NotificationsConfig;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A configuration that never changes. */
record FixedSource(NotificationsConfig config) implements ConfigSource {

  @Override
  public Optional<Path> file() {
    return Optional.empty();
  }

  @Override
  public NotificationsConfig read(Consumer<Path> files) {
    return config;
  }
}
