package dev.registrynotifications.cli.act;

import dev.registrynotifications.cli.connect.Registry;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Resumes an endpoint. */
@Command(
    name = "resume",
    description =
        "Go on with an endpoint that is paused, by an operator or because it answered 410.")
final class ResumeCommand implements Callable<Integer> {

  private final RegistryConnector connector;
  private final Terminal terminal;

  @Parameters(paramLabel = "NAME", description = "The endpoint's name.")
  private String name = "";

  ResumeCommand(RegistryConnector connector, Terminal terminal) {
    this.connector = connector;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Registry registry = connector.connect()) {
      registry.endpoint(name).resume();
      terminal.print(name + " goes on.");
    }
    return 0;
  }
}
