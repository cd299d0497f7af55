package dev.registrynotifications.cli.letters;

import dev.registrynotifications.cli.connect.Registry;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Amount;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.cli.waiting.Waiting;
import dev.registrynotifications.management.EndpointMXBean;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends dead letters again. */
@Command(
    name = "redrive",
    description = "Send dead letters again; each stays one until it is delivered.")
final class RedriveCommand implements Callable<Integer> {

  private final RegistryConnector connector;
  private final Terminal terminal;
  private final Waiting waiting;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "NAME", description = "The endpoint's name.")
  private String name = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SEQUENCE",
      description = "The one of that sequence.")
  private @Nullable Long sequence;

  @Option(names = "--all", description = "All of them, instead.")
  private boolean all;

  @Option(names = "--wait", description = "Wait until each is delivered or refused again.")
  private boolean wait;

  RedriveCommand(RegistryConnector connector, Terminal terminal, Waiting waiting) {
    this.connector = connector;
    this.terminal = terminal;
    this.waiting = waiting;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (all == (sequence != null)) {
      throw new ParameterException(spec.commandLine(), "Give either a SEQUENCE or --all");
    }
    try (Registry registry = connector.connect()) {
      EndpointMXBean endpoint = registry.endpoint(name);
      if (!wait) {
        redrive(endpoint);
        return 0;
      }
      RedriveWait end = new RedriveWait(registry.notifications(), endpoint, open(endpoint));
      return end.await(redrive(endpoint), terminal, waiting);
    }
  }

  private OpenLetters open(EndpointMXBean endpoint) {
    return sequence == null ? OpenLetters.all(endpoint) : OpenLetters.one(endpoint, sequence);
  }

  /** Returns how many there are. */
  private int redrive(EndpointMXBean endpoint) {
    int count = order(endpoint);
    terminal.print(Amount.count(count, "dead letter") + " of " + name + " will be sent again.");
    return count;
  }

  private int order(EndpointMXBean endpoint) {
    if (sequence == null) {
      return endpoint.redriveDeadLetters();
    }
    if (!endpoint.redriveDeadLetter(sequence)) {
      throw new IllegalArgumentException(name + " has no dead letter " + sequence);
    }
    return 1;
  }
}
