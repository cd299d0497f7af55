package dev.registrynotifications.cli.act;

import dev.registrynotifications.cli.connect.Registry;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Pauses an endpoint. */
@Command(
    name = "pause",
    description =
        "Send nothing more to an endpoint until it is resumed, or the registry starts again.")
final class PauseCommand implements Callable<Integer> {

  private final RegistryConnector connector;
  private final Terminal terminal;

  @Parameters(paramLabel = "NAME", description = "The endpoint's name.")
  private String name = "";

  PauseCommand(RegistryConnector connector, Terminal terminal) {
    this.connector = connector;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Registry registry = connector.connect()) {
      registry.endpoint(name).pause();
      terminal.print("Nothing is sent to " + name + " until it is resumed.");
    }
    return 0;
  }
}
