package dev.registrynotifications.cli.act;

import dev.registrynotifications.cli.connect.Registry;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives an event up. */
@Command(
    name = "skip",
    description =
        "Make a dead letter of the oldest request that failed, or else of the oldest event that"
            + " waits, so that others can follow.")
final class SkipCommand implements Callable<Integer> {

  private final RegistryConnector connector;
  private final Terminal terminal;

  @Parameters(paramLabel = "NAME", description = "The endpoint's name.")
  private String name = "";

  SkipCommand(RegistryConnector connector, Terminal terminal) {
    this.connector = connector;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Registry registry = connector.connect()) {
      long sequence = registry.endpoint(name).skip();
      terminal.print("Event " + sequence + " is a dead letter of " + name + " now.");
    }
    return 0;
  }
}
