package dev.registrynotifications.cli.text;

import picocli.CommandLine.Option;

/** How a command prints what it has. Filled by picocli. */
public final class OutputFormat {

  @Option(names = "--json", description = "Print JSON, for scripts.")
  private boolean json;

  /** Whether a program reads it. */
  public boolean isJson() {
    return json;
  }
}
