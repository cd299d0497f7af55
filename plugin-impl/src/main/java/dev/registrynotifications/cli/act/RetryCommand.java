package dev.registrynotifications.cli.act;

import dev.registrynotifications.cli.connect.Registry;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends a wait. */
@Command(name = "retry", description = "Make the next attempt now, whatever is being waited for.")
final class RetryCommand implements Callable<Integer> {

  private final RegistryConnector connector;
  private final Terminal terminal;

  @Parameters(paramLabel = "NAME", description = "The endpoint's name.")
  private String name = "";

  RetryCommand(RegistryConnector connector, Terminal terminal) {
    this.connector = connector;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Registry registry = connector.connect()) {
      registry.endpoint(name).retryNow();
      terminal.print("What waits for " + name + " is tried now.");
    }
    return 0;
  }
}
