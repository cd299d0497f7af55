package dev.registrynotifications.bench.run;

import java.io.PrintStream;
import java.util.Collections;
import java.util.List;

/** Prints a table in Markdown, row by row. */
public final class Table {

  private final PrintStream out;

  /** Begins a table. */
  public Table(PrintStream out, String title, List<String> columns) {
    this.out = out;
    out.printf("%n### %s%n", title);
    row(columns);
    row(Collections.nCopies(columns.size(), "---"));
  }

  public void row(List<String> cells) {
    out.println("| " + String.join(" | ", cells) + " |");
  }
}
