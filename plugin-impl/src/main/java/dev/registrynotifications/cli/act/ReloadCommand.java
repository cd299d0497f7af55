package dev.registrynotifications.cli.act;

import dev.registrynotifications.cli.connect.Registry;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Has the configuration file read once more. */
@Command(
    name = "reload",
    description = "Read the configuration file once more; one with mistakes changes nothing.")
final class ReloadCommand implements Callable<Integer> {

  private final RegistryConnector connector;
  private final Terminal terminal;

  ReloadCommand(RegistryConnector connector, Terminal terminal) {
    this.connector = connector;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Registry registry = connector.connect()) {
      List<String> changes = List.of(registry.notifications().reload());
      if (changes.isEmpty()) {
        terminal.print("Nothing has changed.");
      }
      changes.forEach(terminal::print);
    }
    return 0;
  }
}
