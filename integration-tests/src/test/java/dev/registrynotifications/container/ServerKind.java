package dev.registrynotifications.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** What is peculiar to a server. */
interface ServerKind {

  /** How README's heading of the commands for it begins. */
  String heading();

  /** Makes a server, with a registry at its root, that has never heard of the plugin. */
  void prepare(Path base) throws IOException, InterruptedException;

  /** The variables that the commands use, and settings of the server. */
  Map<String, String> environment(Path base);

  /** Finds the port in the line by which it says that it takes requests. */
  Pattern listening();

  /** Where README says to type the commands. */
  default Path workingDirectory(Path base) {
    return base.resolveSibling("operator");
  }
}
