package dev.registrynotifications.cli.offline;

import dev.registrynotifications.cli.text.OutputFormat;
import dev.registrynotifications.cli.text.Terminal;
import dev.registrynotifications.journal.verify.JournalFindings;
import dev.registrynotifications.journal.verify.JournalVerification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reads a journal and tells what is damaged. */
@Command(
    name = "verify",
    description = {
      "Read all of a journal's directory and tell what is damaged.",
      "It changes nothing, and may be run while a registry has the directory.",
      "DAMAGED counts places that are skipped, TORN the bytes of a last record that was cut short, as by"
          + " a crash, which is no damage; KEYS is the segment's index, which is made anew if need be;"
          + " SLOTS are the two copies of a place, BEYOND counts what was done out of order, BEHIND what"
          + " is still to do."
    })
final class VerifyCommand implements Callable<Integer> {

  private static final int DAMAGED = 1;

  private final Terminal terminal;
  @Mixin private OutputFormat format = new OutputFormat();

  @Parameters(paramLabel = "DIR", description = "The journal's directory.")
  private Path directory = Path.of("");

  VerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    VerifyProgress progress = new VerifyProgress(terminal);
    JournalFindings findings = new JournalVerification(directory, progress).run();
    if (format.isJson()) {
      terminal.print(FindingsJson.of(findings));
    } else {
      new FindingsReport(terminal).show(findings);
    }
    return findings.isDamaged() ? DAMAGED : 0;
  }
}
