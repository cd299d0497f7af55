package dev.registrynotifications.cli.look;

import dev.registrynotifications.cli.connect.Registry;
import dev.registrynotifications.cli.connect.RegistryConnector;
import dev.registrynotifications.cli.text.Moment;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.management.NotificationsMXBean;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the configuration in force. */
@Command(
    name = "config",
    description = "Print the configuration in force, defaults included, as YAML.")
final class ConfigCommand implements Callable<Integer> {

  private final RegistryConnector connector;
  private final Terminal terminal;

  ConfigCommand(RegistryConnector connector, Terminal terminal) {
    this.connector = connector;
    this.terminal = terminal;
  }

  /** What the file that is there says differently doesn't count: that is told aside. */
  @Override
  public Integer call() {
    try (Registry registry = connector.connect()) {
      NotificationsMXBean notifications = registry.notifications();
      notifications.getConfiguration().lines().forEach(terminal::print);
      String warning = warning(notifications);
      if (!warning.isEmpty()) {
        terminal.tell(warning + ":");
        notifications.getConfigurationProblems().lines().forEach(terminal::tell);
      }
    }
    return 0;
  }

  /** That the file isn't in force as it is now; empty if it is. */
  static String warning(NotificationsMXBean notifications) {
    return notifications.getConfigurationProblems().isEmpty()
        ? ""
        : "%s has mistakes; what was read at %s is in force"
            .formatted(
                notifications.getConfigurationFile(),
                Moment.of(notifications.getConfigurationTime()));
  }
}
