package dev.registrynotifications.host;

import dev.registrynotifications.plugin.PluginContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;

/** What the host tells its plugins. */
record HostContext(Optional<Path> configurationFile, String serverAddress)
    implements PluginContext {

  /** Names this machine, as distribution does in its events, and the port. */
  static HostContext of(Optional<Path> configurationFile, int port) {
    return new HostContext(configurationFile, hostName() + ":" + port);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
