package dev.registrynotifications.cli.look;

import dev.registrynotifications.cli.connect.Registry;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Json;
import dev.registrynotifications.cli.text.Moment;
import dev.registrynotifications.cli.text.OutputFormat;
import dev.registrynotifications.cli.text.ProblemList;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.management.NotificationsMXBean;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the configuration in force. */
@Command(
    name = "config",
    description = "Print the configuration in force, defaults included, as YAML.")
final class ConfigCommand implements Callable<Integer> {

  private final RegistryConnector connector;
  private final Terminal terminal;
  @Mixin private OutputFormat format = new OutputFormat();

  ConfigCommand(RegistryConnector connector, Terminal terminal) {
    this.connector = connector;
    this.terminal = terminal;
  }

  /** What the file that is there says differently doesn't count: that is told aside. */
  @Override
  public Integer call() {
    try (Registry registry = connector.connect()) {
      NotificationsMXBean notifications = registry.notifications();
      if (format.isJson()) {
        terminal.print(json(notifications));
      } else {
        show(notifications);
      }
    }
    return 0;
  }

  /** The configuration itself stays YAML, of which a script can make a file. */
  static Json json(NotificationsMXBean notifications) {
    return Json.of(
        Map.of(
            "configuration",
            notifications.getConfiguration(),
            "file",
            notifications.getConfigurationFile(),
            "time",
            notifications.getConfigurationTime(),
            "problems",
            ProblemList.of(notifications.getConfigurationProblems())));
  }

  private void show(NotificationsMXBean notifications) {
    notifications.getConfiguration().lines().forEach(terminal::print);
    String warning = warning(notifications);
    if (!warning.isEmpty()) {
      terminal.tell(warning + ":");
      notifications.getConfigurationProblems().lines().forEach(terminal::tell);
    }
  }

  /** That the file isn't in force as it is now; empty if it is. */
  static String warning(NotificationsMXBean notifications) {
    return notifications.getConfigurationProblems().isEmpty()
        ? ""
        : "%s isn't in force as it is now; the last change that is was read at %s"
            .formatted(
                notifications.getConfigurationFile(),
                Moment.of(notifications.getConfigurationTime()));
  }
}
