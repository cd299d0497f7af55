package dev.registrynotifications.cli;

import dev.registrynotifications.cli.connect.ConnectionOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What stands before the commands. It does nothing by itself. */
@Command(
    name = ConsoleCommand.NAME,
    description = "See and steer the notifications of a container registry that is running.")
final class ConsoleCommand {

  static final String NAME = "registry-notifications";

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  ConnectionOptions connection() {
    return connection;
  }
}
