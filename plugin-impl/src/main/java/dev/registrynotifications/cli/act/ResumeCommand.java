package dev.registrynotifications.cli.act;

import dev.registrynotifications.cli.connect.Registry;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.cli.waiting.Resting;
import dev.registrynotifications.cli.waiting.Waiting;
import dev.registrynotifications.management.EndpointMXBean;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Resumes an endpoint. */
@Command(
    name = "resume",
    description =
        "Go on with an endpoint that is paused, by an operator or because it answered 410.")
final class ResumeCommand implements Callable<Integer> {

  private static final int STANDS_STILL = 1;

  /** Nobody sends anything to an endpoint in one of these. */
  private static final Set<String> STANDING = Set.of(Resting.PAUSED, Resting.STOPPED);

  private final RegistryConnector connector;
  private final Terminal terminal;
  private final Waiting waiting;

  @Parameters(paramLabel = "NAME", description = "The endpoint's name.")
  private String name = "";

  ResumeCommand(RegistryConnector connector, Terminal terminal, Waiting waiting) {
    this.connector = connector;
    this.terminal = terminal;
    this.waiting = waiting;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Registry registry = connector.connect()) {
      return resume(registry.endpoint(name));
    }
  }

  /** The endpoint goes on a moment later, when whoever sends to it has taken the order. */
  int resume(EndpointMXBean endpoint) throws InterruptedException {
    endpoint.resume();
    if (waiting.briefly(() -> !STANDING.contains(endpoint.getState()))) {
      terminal.print(endpoint.getName() + " goes on.");
      return 0;
    }
    String reason = endpoint.getStateReason();
    terminal.tell(
        "%s is still %s%s"
            .formatted(
                endpoint.getName(), endpoint.getState(), reason.isEmpty() ? "" : ": " + reason));
    return STANDS_STILL;
  }
}
