package dev.registrynotifications.cli.act;

import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.cli.waiting.Waiting;
import java.util.List;

/** The commands that steer a registry. */
public final class ActCommands {

  private ActCommands() {}

  /** Objects that picocli takes as commands. */
  public static List<Object> of(RegistryConnector connector, Terminal terminal, Waiting waiting) {
    return List.of(
        new PauseCommand(connector, terminal),
        new ResumeCommand(connector, terminal, waiting),
        new RetryCommand(connector, terminal, waiting),
        new SkipCommand(connector, terminal),
        new PingCommand(connector, terminal),
        new ReplayCommand(connector, terminal, waiting),
        new ReloadCommand(connector, terminal));
  }
}
