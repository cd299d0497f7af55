package dev.registrynotifications.container;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of the JDK to its end. */
final class ChildProcess {

  private ChildProcess() {}

  /** Where the programs are of the JDK that runs the tests. */
  static String directoryOfTools() {
    return Path.of(System.getProperty("java.home"), "bin").toString();
  }

  /** One of these programs. */
  static String tool(String name) {
    return Path.of(directoryOfTools(), name).toString();
  }

  /** Returns what it wrote; it must succeed. */
  static String run(Path directory, List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("child", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS);
      process.destroyForcibly();
      String text = Files.readString(output, UTF_8);
      if (!ended || process.waitFor() != 0) {
        throw new AssertionError("Could not run " + command + ": " + text);
      }
      return text;
    } finally {
      Files.delete(output);
    }
  }
}
