package dev.registrynotifications.cli.offline;

import dev.registrynotifications.cli.text.Terminal;
import java.util.List;
import picocli.CommandLine;

/** The commands that need no registry. */
public final class OfflineCommands {

  private OfflineCommands() {}

  /** Objects that picocli takes as commands. */
  public static List<Object> of(Terminal terminal) {
    CommandLine journal = new CommandLine(new JournalCommand());
    journal.addSubcommand(new VerifyCommand(terminal));
    return List.of(new CheckConfigCommand(terminal), journal);
  }
}
