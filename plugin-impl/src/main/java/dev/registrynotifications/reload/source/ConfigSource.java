package dev.registrynotifications.reload.source;

import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.config.reader.ConfigReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the configuration comes from, as often as it is asked for. */
public interface ConfigSource {

  /**
   * The file, with this process's environment and system properties over it.
   *
   * @param file empty for the environment alone
   */
  static ConfigSource ofProcess(Optional<Path> file) {
    return new ReaderSource(ConfigReader.ofProcess(), file);
  }

  /** A configuration that somebody else has made, and that stays as it is. */
  static ConfigSource of(NotificationsConfig config) {
    return new FixedSource(config);
  }

  /** The configuration file; empty if there is none. */
  Optional<Path> file();

  /**
   * Reads it.
   *
   * @param files told each file that is opened, also if it can't be
   * @throws dev.registrynotifications.plugin.PluginException if there are mistakes, with all of
   *     them
   */
  NotificationsConfig read(Consumer<Path> files);
}
