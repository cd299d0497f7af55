package dev.registrynotifications.cli.letters;

import dev.registrynotifications.cli.connect.Registry;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Facts;
import dev.registrynotifications.cli.text.Json;
import dev.registrynotifications.cli.text.Moment;
import dev.registrynotifications.cli.text.OutputFormat;
import dev.registrynotifications.cli.text.Reference;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.management.DeadLetterView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one dead letter. */
@Command(name = "show", description = "Show one dead letter with its event.")
final class ShowCommand implements Callable<Integer> {

  private final RegistryConnector connector;
  private final Terminal terminal;
  @Mixin private OutputFormat format = new OutputFormat();

  @Parameters(index = "0", paramLabel = "NAME", description = "The endpoint's name.")
  private String name = "";

  @Parameters(index = "1", paramLabel = "SEQUENCE", description = "Its place, as list tells it.")
  private long sequence;

  ShowCommand(RegistryConnector connector, Terminal terminal) {
    this.connector = connector;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Registry registry = connector.connect()) {
      DeadLetterView letter = registry.endpoint(name).findDeadLetter(sequence);
      if (letter == null) {
        throw new IllegalArgumentException(name + " has no dead letter " + sequence);
      }
      if (format.isJson()) {
        terminal.print(Json.of(letter));
      } else {
        show(letter);
      }
    }
    return 0;
  }

  private void show(DeadLetterView letter) {
    terminal.print(
        new Facts()
            .add("Sequence", letter.getSequence())
            .add("Event", event(letter))
            .add("Given up", Moment.of(letter.getTime()))
            .add("Attempts", letter.getAttempts())
            .add("Last status", letter.getLastStatus() == 0 ? "none" : letter.getLastStatus())
            .add("Reason", letter.getReason()));
    terminal.print("");
    terminal.print(Json.parse(letter.getEvent()));
  }

  private static String event(DeadLetterView letter) {
    return letter.getAction() + " of " + Reference.of(letter.getRepository(), letter.getTag());
  }
}
