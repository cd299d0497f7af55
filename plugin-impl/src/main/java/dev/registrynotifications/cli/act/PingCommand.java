package dev.registrynotifications.cli.act;

import dev.registrynotifications.cli.connect.Registry;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Amount;
import dev.registrynotifications.cli.text.Facts;
import dev.registrynotifications.cli.text.Json;
import dev.registrynotifications.cli.text.OutputFormat;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.management.AttemptView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tries an endpoint out. */
@Command(
    name = "ping",
    description = "Send an event with the action ping at once, and tell what was answered.")
final class PingCommand implements Callable<Integer> {

  private static final int REFUSED = 1;

  private final RegistryConnector connector;
  private final Terminal terminal;
  @Mixin private OutputFormat format = new OutputFormat();

  @Parameters(paramLabel = "NAME", description = "The endpoint's name.")
  private String name = "";

  PingCommand(RegistryConnector connector, Terminal terminal) {
    this.connector = connector;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Registry registry = connector.connect()) {
      AttemptView attempt = registry.endpoint(name).ping();
      if (format.isJson()) {
        terminal.print(Json.of(attempt));
      } else {
        terminal.print(facts(attempt));
      }
      return attempt.isDelivered() ? 0 : REFUSED;
    }
  }

  private static Facts facts(AttemptView attempt) {
    return new Facts()
        .add("Delivered", attempt.isDelivered() ? "yes" : "no")
        .add("Answer", answer(attempt))
        .add("Took", Amount.millis(attempt.getDurationMillis()))
        .add("Delivery", attempt.getDeliveryId());
  }

  private static String answer(AttemptView attempt) {
    return attempt.isDelivered() ? "it answered " + attempt.getStatus() : attempt.getOutcome();
  }
}
