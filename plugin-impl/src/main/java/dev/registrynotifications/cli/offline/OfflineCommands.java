package dev.registrynotifications.cli.offline;

import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.config.reader.ConfigReader;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The commands that need no registry. */
public final class OfflineCommands {

  private OfflineCommands() {}

  /**
   * Makes them.
   *
   * @param environment the process's environment variables
   */
  public static List<CommandLine> of(Terminal terminal, Map<String, String> environment) {
    ConfigReader reader =
        new ConfigReader(environment, System.getProperty(ConfigReader.ENABLED_PROPERTY));
    CommandLine journal = new CommandLine(new JournalCommand());
    journal.addSubcommand(new VerifyCommand(terminal));
    return List.of(new CommandLine(new CheckConfigCommand(terminal, reader)), journal);
  }
}
