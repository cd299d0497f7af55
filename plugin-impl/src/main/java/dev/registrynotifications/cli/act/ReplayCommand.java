package dev.registrynotifications.cli.act;

import dev.registrynotifications.cli.connect.Registry;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Amount;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.cli.waiting.Resting;
import dev.registrynotifications.cli.waiting.Waiting;
import dev.registrynotifications.management.EndpointMXBean;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends again what was sent. */
@Command(
    name = "replay",
    description = "Send again what the journal still has, beside new events; or end that.")
final class ReplayCommand implements Callable<Integer> {

  private static final int UNFINISHED = 1;

  private final RegistryConnector connector;
  private final Terminal terminal;
  private final Waiting waiting;

  @ArgGroup(multiplicity = "1")
  private ReplayStart start = new ReplayStart();

  @Option(names = "--wait", description = "Wait until it is done.")
  private boolean wait;

  @Parameters(paramLabel = "NAME", description = "The endpoint's name.")
  private String name = "";

  ReplayCommand(RegistryConnector connector, Terminal terminal, Waiting waiting) {
    this.connector = connector;
    this.terminal = terminal;
    this.waiting = waiting;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Registry registry = connector.connect()) {
      EndpointMXBean endpoint = registry.endpoint(name);
      if (start.cancel) {
        cancel(endpoint);
        return 0;
      }
      long before = endpoint.getReplayed();
      begin(endpoint);
      terminal.print("The replay for " + name + " has begun.");
      return wait ? await(endpoint, before) : 0;
    }
  }

  private void cancel(EndpointMXBean endpoint) {
    terminal.print(
        endpoint.cancelReplay()
            ? "The replay for " + name + " has ended."
            : "No replay was under way for " + name + ".");
  }

  private void begin(EndpointMXBean endpoint) {
    if (start.since != null) {
      endpoint.replaySince(start.since.toString());
    } else if (start.from != null) {
      endpoint.replayFrom(start.from);
    }
  }

  private int await(EndpointMXBean endpoint, long before) throws InterruptedException {
    Resting resting = new Resting(endpoint);
    boolean done =
        waiting.until(
            () -> !endpoint.isReplaying() || resting.isAtRest(),
            () -> Amount.count(endpoint.getReplayed() - before, "event") + " sent");
    String sent = Amount.count(endpoint.getReplayed() - before, "event") + " sent again";
    if (!done || endpoint.isReplaying()) {
      terminal.tell(
          sent + ", but " + name + " is " + resting.state() + ": the replay isn't at its end.");
      return UNFINISHED;
    }
    terminal.print(sent + ".");
    return 0;
  }
}
