package dev.registrynotifications.bench;

import java.io.PrintStream;
import java.util.Collections;
import java.util.List;

/** Prints a table in Markdown, row by row. */
final class Table {

  private final PrintStream out;

  /** Begins a table. */
  Table(PrintStream out, String title, List<String> columns) {
    this.out = out;
    out.printf("%n### %s%n", title);
    row(columns);
    row(Collections.nCopies(columns.size(), "---"));
  }

  void row(List<String> cells) {
    out.println("| " + String.join(" | ", cells) + " |");
  }
}
