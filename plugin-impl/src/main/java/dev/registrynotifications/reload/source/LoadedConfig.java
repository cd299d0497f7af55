package dev.registrynotifications.reload.source;

import static java.util.Objects.requireNonNull;

import dev.registrynotifications.config.NotificationsConfig;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * What the plugin starts with.
 *
 * @param config the configuration
 * @param source where it comes from, and may be another one later
 * @param files from which it was read
 */
public record LoadedConfig(NotificationsConfig config, ConfigSource source, Set<Path> files) {

  /** Copies the files. */
  public LoadedConfig {
    requireNonNull(config, "config");
    requireNonNull(source, "source");
    files = Set.copyOf(files);
  }

  /**
   * Reads it.
   *
   * @throws dev.registrynotifications.plugin.PluginException if there are mistakes, with all of
   *     them
   */
  public static LoadedConfig from(ConfigSource source) {
    Set<Path> files = new HashSet<>();
    NotificationsConfig config = source.read(file -> files.add(file.toAbsolutePath()));
    return new LoadedConfig(config, source, files);
  }
}
