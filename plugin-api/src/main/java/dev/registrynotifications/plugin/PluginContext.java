package dev.registrynotifications.plugin;

import java.nio.file.Path;
import java.util.Optional;

/** What a plugin is told when it starts. The server implements it. */
public interface PluginContext {

  /**
   * The server's configuration file, in which a plugin reads its own block and nothing else; empty
   * if the server runs without one.
   */
  Optional<Path> configurationFile();

  /**
   * Where this node of the registry can be reached, as {@code host:port}; events carry it as their
   * source.
   */
  String serverAddress();
}
