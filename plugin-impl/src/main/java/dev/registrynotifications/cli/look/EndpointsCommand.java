package dev.registrynotifications.cli.look;

import dev.registrynotifications.cli.connect.Registry;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Json;
import dev.registrynotifications.cli.text.OutputFormat;
import dev.registrynotifications.cli.text.Table;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.management.EndpointMXBean;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the endpoints. */
@Command(name = "endpoints", description = "List the endpoints, their URLs and their states.")
final class EndpointsCommand implements Callable<Integer> {

  private final RegistryConnector connector;
  private final Terminal terminal;
  @Mixin private OutputFormat format = new OutputFormat();

  EndpointsCommand(RegistryConnector connector, Terminal terminal) {
    this.connector = connector;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (Registry registry = connector.connect()) {
      if (format.isJson()) {
        terminal.print(json(registry.endpoints()));
      } else {
        terminal.print(table(registry.endpoints()));
      }
    }
    return 0;
  }

  static Json json(List<EndpointMXBean> endpoints) {
    return Json.of(
        endpoints.stream().map(bean -> Json.ofBean(EndpointMXBean.class, bean)).toList());
  }

  private static Table table(List<EndpointMXBean> endpoints) {
    Table table = new Table("ENDPOINT", "STATE", "URL");
    for (EndpointMXBean endpoint : endpoints) {
      table.row(endpoint.getName(), EndpointFacts.state(endpoint), endpoint.getUrl());
    }
    return table;
  }
}
