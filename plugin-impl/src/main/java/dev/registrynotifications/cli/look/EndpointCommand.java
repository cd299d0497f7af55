package dev.registrynotifications.cli.look;

import dev.registrynotifications.cli.connect.Registry;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Json;
import dev.registrynotifications.cli.text.OutputFormat;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.management.AttemptView;
import dev.registrynotifications.management.EndpointMXBean;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one endpoint. */
@Command(name = "endpoint", description = "Show everything about one endpoint.")
final class EndpointCommand implements Callable<Integer> {

  private static final int ATTEMPTS = 10;

  private final RegistryConnector connector;
  private final Terminal terminal;
  @Mixin private OutputFormat format = new OutputFormat();

  @Parameters(paramLabel = "NAME", description = "Its name.")
  private String name = "";

  EndpointCommand(RegistryConnector connector, Terminal terminal) {
    this.connector = connector;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Registry registry = connector.connect()) {
      EndpointMXBean endpoint = registry.endpoint(name);
      List<AttemptView> attempts = endpoint.listAttempts(ATTEMPTS);
      if (format.isJson()) {
        terminal.print(json(endpoint, attempts));
      } else {
        terminal.print(EndpointFacts.of(endpoint));
        show(attempts);
      }
    }
    return 0;
  }

  private static Json json(EndpointMXBean endpoint, List<AttemptView> attempts) {
    return Json.of(
        Map.of("endpoint", Json.ofBean(EndpointMXBean.class, endpoint), "attempts", attempts));
  }

  private void show(List<AttemptView> attempts) {
    if (!attempts.isEmpty()) {
      terminal.print("");
      terminal.print(AttemptsCommand.table(attempts));
    }
  }
}
