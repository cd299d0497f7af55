package dev.registrynotifications.cli.offline;

import dev.registrynotifications.cli.text.Amount;
import dev.registrynotifications.cli.text.OutputFormat;
import dev.registrynotifications.cli.text.Table;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.config.JournalConfig;
import dev.registrynotifications.config.NotificationsConfig;
import dev.registrynotifications.config.reader.ConfigReader;
import dev.registrynotifications.plugin.PluginException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads a configuration as a registry would, with the environment that the command has. */
@Command(
    name = "check-config",
    description = {
      "Read a configuration file as the registry would, and tell all mistakes in it.",
      "Whether the journal's directory can be written is for the registry's user to see, at the start.",
      "Set the environment variables that the registry has: they win over the file."
    })
final class CheckConfigCommand implements Callable<Integer> {

  private static final int MISTAKEN = 1;

  private final Terminal terminal;
  private final ConfigReader reader;
  @Mixin private OutputFormat format = new OutputFormat();

  @Parameters(paramLabel = "FILE", description = "The configuration file.")
  private Path file = Path.of("");

  CheckConfigCommand(Terminal terminal, ConfigReader reader) {
    this.terminal = terminal;
    this.reader = reader;
  }

  @Override
  public Integer call() {
    try {
      NotificationsConfig config = reader.read(file);
      if (format.isJson()) {
        terminal.print(ConfigJson.of(file, config));
      } else {
        show(config);
      }
      return 0;
    } catch (PluginException e) {
      tell(String.valueOf(e.getMessage()));
      return MISTAKEN;
    }
  }

  private void tell(String mistakes) {
    if (format.isJson()) {
      terminal.print(ConfigJson.of(file, mistakes));
    } else {
      mistakes.lines().forEach(terminal::tell);
    }
  }

  private void show(NotificationsConfig config) {
    if (!config.enabled()) {
      terminal.print(file + " is fine: notifications are off, nothing would be started.");
      return;
    }
    terminal.print(
        file
            + " is fine: it would start "
            + Amount.count(config.endpoints().size(), "endpoint")
            + " with "
            + journal(config.journal())
            + ".");
    terminal.print("");
    Table table = new Table("ENDPOINT", "URL");
    config.endpoints().forEach(endpoint -> table.row(endpoint.name(), endpoint.displayUrl()));
    terminal.print(table);
  }

  private static String journal(JournalConfig journal) {
    String size = " of at most " + Amount.size(journal.maxBytes());
    return journal.type() == JournalConfig.Type.FILE
        ? "a journal" + size + " in " + journal.path()
        : "a journal" + size + " in memory";
  }
}
