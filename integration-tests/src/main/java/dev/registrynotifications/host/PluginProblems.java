package dev.registrynotifications.host;

import java.io.PrintWriter;
import java.util.List;

/** Tells the operator what is wrong with plugins, each problem once. */
final class PluginProblems {

  private final PrintWriter writer;
  private int told;

  PluginProblems(PrintWriter writer) {
    this.writer = writer;
  }

  /** Tells those that are new in the list of all. */
  void tell(List<String> problems) {
    problems.stream().skip(told).forEach(problem -> writer.println("plugin problem: " + problem));
    writer.flush();
    told = problems.size();
  }
}
