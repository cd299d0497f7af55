package dev.registrynotifications.cli.look;

import dev.registrynotifications.cli.connect.Registry;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Amount;
import dev.registrynotifications.cli.text.Json;
import dev.registrynotifications.cli.text.Moment;
import dev.registrynotifications.cli.text.Most;
import dev.registrynotifications.cli.text.OutputFormat;
import dev.registrynotifications.cli.text.Reference;
import dev.registrynotifications.cli.text.Table;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.management.AttemptView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists an endpoint's latest attempts. */
@Command(name = "attempts", description = "List the latest attempts to deliver, newest first.")
final class AttemptsCommand implements Callable<Integer> {

  private final RegistryConnector connector;
  private final Terminal terminal;
  @Mixin private OutputFormat format = new OutputFormat();

  @Parameters(paramLabel = "NAME", description = "The endpoint's name.")
  private String name = "";

  @Option(
      names = "--most",
      converter = Most.class,
      paramLabel = "N",
      defaultValue = "20",
      description = "How many at the most (default: ${DEFAULT-VALUE}; 100 are known).")
  private int most;

  AttemptsCommand(RegistryConnector connector, Terminal terminal) {
    this.connector = connector;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Registry registry = connector.connect()) {
      List<AttemptView> attempts = registry.endpoint(name).listAttempts(most);
      if (format.isJson()) {
        terminal.print(Json.of(attempts));
      } else if (attempts.isEmpty()) {
        terminal.print("Nothing was tried yet.");
      } else {
        terminal.print(table(attempts));
      }
    }
    return 0;
  }

  static Table table(List<AttemptView> attempts) {
    Table table = new Table("TIME", "TOOK", "EVENTS", "ACTION", "REPOSITORY", "OUTCOME");
    for (AttemptView attempt : attempts) {
      table.row(
          Moment.of(attempt.getTime()),
          Amount.millis(attempt.getDurationMillis()),
          attempt.getEvents(),
          attempt.getAction(),
          Reference.of(attempt.getRepository(), attempt.getTag()),
          outcome(attempt));
    }
    return table;
  }

  /** A refusal says more than its status; what was accepted says nothing else. */
  private static String outcome(AttemptView attempt) {
    return attempt.isDelivered() ? "it answered " + attempt.getStatus() : attempt.getOutcome();
  }
}
