package dev.registrynotifications.demo;

import java.io.PrintStream;

/**
 * Prints numbered steps and, indented below them, what happens. Safe for use by several threads.
 */
final class Console {

  private static final int INDENT = 3;

  private final PrintStream out;
  private int steps;

  Console(PrintStream out) {
    this.out = out;
  }

  synchronized void step(String title) {
    steps++;
    if (steps > 1) {
      out.println();
    }
    out.println(steps + ". " + title);
  }

  /** Prints one line or several, in one piece. */
  synchronized void show(String lines) {
    out.print(lines.indent(INDENT));
    out.flush();
  }
}
