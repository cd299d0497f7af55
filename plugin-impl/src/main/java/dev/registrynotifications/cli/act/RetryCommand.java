package dev.registrynotifications.cli.act;

import dev.registrynotifications.cli.connect.Registry;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.cli.waiting.Resting;
import dev.registrynotifications.cli.waiting.Waiting;
import dev.registrynotifications.management.EndpointMXBean;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends a wait. */
@Command(name = "retry", description = "Make the next attempt now, unless the endpoint is paused.")
final class RetryCommand implements Callable<Integer> {

  private static final int STANDS_STILL = 1;

  private final RegistryConnector connector;
  private final Terminal terminal;
  private final Waiting waiting;

  @Parameters(paramLabel = "NAME", description = "The endpoint's name.")
  private String name = "";

  RetryCommand(RegistryConnector connector, Terminal terminal, Waiting waiting) {
    this.connector = connector;
    this.terminal = terminal;
    this.waiting = waiting;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Registry registry = connector.connect()) {
      return retry(registry.endpoint(name));
    }
  }

  /** A pause stays one. While another endpoint takes its place it is stopped for a moment. */
  int retry(EndpointMXBean endpoint) throws InterruptedException {
    endpoint.retryNow();
    if (endpoint.getState().equals(Resting.PAUSED)) {
      terminal.tell(name + " is paused: nothing is sent to it before you resume it");
      return STANDS_STILL;
    }
    if (!waiting.briefly(() -> !endpoint.getState().equals(Resting.STOPPED))) {
      terminal.tell(name + " is stopped: nothing is sent to it before the next start");
      return STANDS_STILL;
    }
    terminal.print("What waits for " + name + " is tried now.");
    return 0;
  }
}
