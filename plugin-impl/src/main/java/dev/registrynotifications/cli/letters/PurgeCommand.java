package dev.registrynotifications.cli.letters;

import dev.registrynotifications.cli.connect.Registry;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Amount;
import dev.registrynotifications.cli.text.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Throws dead letters away. */
@Command(name = "purge", description = "Throw all dead letters of an endpoint away, for good.")
final class PurgeCommand implements Callable<Integer> {

  private final RegistryConnector connector;
  private final Terminal terminal;

  @Parameters(paramLabel = "NAME", description = "The endpoint's name.")
  private String name = "";

  @Option(names = "--yes", required = true, description = "Say that it is meant.")
  private boolean yes;

  PurgeCommand(RegistryConnector connector, Terminal terminal) {
    this.connector = connector;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!yes) {
      throw new IllegalArgumentException("Nothing was thrown away: --yes wasn't meant");
    }
    try (Registry registry = connector.connect()) {
      int purged = registry.endpoint(name).purgeDeadLetters();
      terminal.print(Amount.count(purged, "dead letter") + " of " + name + " thrown away.");
    }
    return 0;
  }
}
