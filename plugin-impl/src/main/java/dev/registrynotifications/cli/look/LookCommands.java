package dev.registrynotifications.cli.look;

import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Terminal;
import java.util.List;

/** The commands that show a registry. */
public final class LookCommands {

  private LookCommands() {}

  /** Objects that picocli takes as commands. */
  public static List<Object> of(RegistryConnector connector, Terminal terminal) {
    return List.of(
        new StatusCommand(connector, terminal),
        new EndpointsCommand(connector, terminal),
        new EndpointCommand(connector, terminal),
        new AttemptsCommand(connector, terminal),
        new ConfigCommand(connector, terminal));
  }
}
