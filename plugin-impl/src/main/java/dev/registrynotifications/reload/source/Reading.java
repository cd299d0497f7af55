package dev.registrynotifications.reload.source;

import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.plugin.PluginException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How it ended when the configuration was read.
 *
 * @param files those that were opened, or couldn't be
 * @param config what they say; empty if there are mistakes
 * @param mistakes all of them, for operators
 */
public record Reading(Set<Path> files, Optional<NotificationsConfig> config, String mistakes) {

  /** Copies the files. */
  public Reading {
    files = Set.copyOf(files);
  }

  /** Reads it. */
  public static Reading of(ConfigSource source) {
    Set<Path> files = new HashSet<>();
    try {
      NotificationsConfig config = source.read(file -> files.add(file.toAbsolutePath()));
      return new Reading(files, Optional.of(config), "");
    } catch (PluginException e) {
      return new Reading(files, Optional.empty(), String.valueOf(e.getMessage()));
    }
  }
}
