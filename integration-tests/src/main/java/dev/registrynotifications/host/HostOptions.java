package dev.registrynotifications.host;

import dev.registrynotifications.host.servlet.Credentials;
import dev.registrynotifications.host.storage.Registry;
import dev.registrynotifications.host.storage.directory.DirectoryRegistry;
import dev.registrynotifications.host.storage.memory.MemoryRegistry;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The command line's options, and what they stand for. Filled by picocli. */
final class HostOptions {

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "the address to listen on (default: ${DEFAULT-VALUE})")
  String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "5000",
      description = "the port to listen on, 0 for any that is free (default: ${DEFAULT-VALUE})")
  int port;

  @Option(
      names = "--storage",
      paramLabel = "memory|DIR",
      description = "where to keep images; a directory is made if need be (default: memory)")
  @Nullable String storage;

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description = "a directory with plugins, a jar each (default: no plugins)")
  @Nullable Path plugins;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "a configuration file for the plugins (default: none)")
  @Nullable Path config;

  @Option(
      names = "--users",
      paramLabel = "FILE",
      description = "who may use the registry, name:password a line (default: everybody)")
  @Nullable Path users;

  @Option(
      names = "--upstream",
      paramLabel = "URL",
      description =
          "be a gateway before the registry there, without images and users of its own; plugins are"
              + " those for servlets (default: none)")
  @Nullable String upstream;

  /** Opens the storage. */
  Registry openStorage() {
    if (storage == null || storage.equals("memory")) {
      return new MemoryRegistry();
    }
    try {
      return DirectoryRegistry.open(Path.of(storage));
    } catch (IOException e) {
      throw new HostFailure("Could not open the storage " + storage + ": " + Reason.of(e), e);
    }
  }

  /** Binds the port. */
  <T> T bind(Binder<T> binder) {
    try {
      return binder.bind(host, port);
    } catch (UnresolvedAddressException e) {
      throw new HostFailure("Could not listen on " + host + ": there is no such address", e);
    } catch (IOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new HostFailure(
          "Could not listen on " + host + ":" + port + ": " + cause.getMessage(), e);
    }
  }

  /** Loads the plugins' directory, if there is one. */
  <T> Optional<T> loadPlugins(Loader<T> loader) {
    if (plugins == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(loader.load(plugins));
    } catch (IOException e) {
      throw new HostFailure("Could not load plugins from " + plugins + ": " + Reason.of(e), e);
    }
  }

  /** Reads the users' file, if there is one. */
  Credentials credentials() {
    if (users == null) {
      return Credentials.NONE;
    }
    try {
      return Credentials.read(users);
    } catch (IOException e) {
      throw new HostFailure("Could not read the users in " + users + ": " + Reason.of(e), e);
    }
  }

  /** The plugins' configuration file, if there is one. */
  Optional<Path> configurationFile() {
    if (config != null && !(Files.isRegularFile(config) && Files.isReadable(config))) {
      throw new HostFailure(
          "Could not read the configuration " + config + ": there is no such readable file", null);
    }
    return Optional.ofNullable(config);
  }

  /** Something that binds a port. */
  @FunctionalInterface
  interface Binder<T> {
    T bind(String host, int port) throws IOException;
  }

  /** Something that loads the plugins of a directory. */
  @FunctionalInterface
  interface Loader<T> {
    T load(Path directory) throws IOException;
  }
}
