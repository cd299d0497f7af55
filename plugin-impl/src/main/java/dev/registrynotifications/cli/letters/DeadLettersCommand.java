package dev.registrynotifications.cli.letters;

import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.cli.waiting.Waiting;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Holds the commands about dead letters together; it does nothing by itself. */
@Command(
    name = "dead-letters",
    description = "Look at what an endpoint refused for good, and send it again.")
public final class DeadLettersCommand {

  private DeadLettersCommand() {}

  /** The command with its commands. */
  public static CommandLine of(RegistryConnector connector, Terminal terminal, Waiting waiting) {
    CommandLine group = new CommandLine(new DeadLettersCommand());
    List.of(
            new ListCommand(connector, terminal),
            new ShowCommand(connector, terminal),
            new RedriveCommand(connector, terminal, waiting),
            new PurgeCommand(connector, terminal))
        .forEach(group::addSubcommand);
    return group;
  }
}
