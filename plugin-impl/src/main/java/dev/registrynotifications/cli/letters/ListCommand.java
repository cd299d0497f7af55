package dev.registrynotifications.cli.letters;

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
import dev.registrynotifications.management.DeadLetterView;
import dev.registrynotifications.management.EndpointMXBean;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists an endpoint's dead letters. */
@Command(name = "list", description = "List an endpoint's dead letters, oldest first.")
final class ListCommand implements Callable<Integer> {

  private final RegistryConnector connector;
  private final Terminal terminal;
  @Mixin private OutputFormat format = new OutputFormat();

  @Parameters(paramLabel = "NAME", description = "The endpoint's name.")
  private String name = "";

  @Option(
      names = "--most",
      converter = Most.class,
      paramLabel = "N",
      defaultValue = "100",
      description = "How many at the most (default: ${DEFAULT-VALUE}).")
  private int most;

  ListCommand(RegistryConnector connector, Terminal terminal) {
    this.connector = connector;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Registry registry = connector.connect()) {
      EndpointMXBean endpoint = registry.endpoint(name);
      List<DeadLetterView> letters = endpoint.listDeadLetters(most);
      if (format.isJson()) {
        terminal.print(Json.of(letters));
      } else {
        show(letters, endpoint.getDeadLetters());
      }
    }
    return 0;
  }

  private void show(List<DeadLetterView> letters, int all) {
    if (letters.isEmpty()) {
      terminal.print(
          name + " has " + (all == 0 ? "no dead letters" : Amount.count(all, "dead letter")) + ".");
      return;
    }
    terminal.print(table(letters));
    if (letters.size() < all) {
      int more = all - letters.size();
      terminal.print("There " + (more == 1 ? "is 1" : "are " + more) + " more.");
    }
  }

  private static Table table(List<DeadLetterView> letters) {
    Table table = new Table("SEQUENCE", "TIME", "ACTION", "REPOSITORY", "TRIED", "REASON");
    for (DeadLetterView letter : letters) {
      table.row(
          letter.getSequence(),
          Moment.of(letter.getTime()),
          letter.getAction(),
          Reference.of(letter.getRepository(), letter.getTag()),
          letter.getAttempts(),
          letter.getReason());
    }
    return table;
  }
}
