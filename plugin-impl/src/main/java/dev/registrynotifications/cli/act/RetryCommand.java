package dev.registrynotifications.cli.act;

import dev.registrynotifications.cli.connect.Registry;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.management.EndpointMXBean;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends a wait. */
@Command(name = "retry", description = "Make the next attempt now, unless the endpoint is paused.")
final class RetryCommand implements Callable<Integer> {

  private static final int PAUSED = 1;

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
      return retry(registry.endpoint(name));
    }
  }

  /** A pause stays one. */
  int retry(EndpointMXBean endpoint) {
    endpoint.retryNow();
    if (endpoint.getState().equals("paused")) {
      terminal.tell(name + " is paused: nothing is sent to it before you resume it");
      return PAUSED;
    }
    terminal.print("What waits for " + name + " is tried now.");
    return 0;
  }
}
