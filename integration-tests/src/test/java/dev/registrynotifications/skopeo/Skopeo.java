package dev.registrynotifications.skopeo;

import static dev.registrynotifications.Patience.DEADLINE;

import dev.registrynotifications.peers.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs skopeo as a child process. */
public final class Skopeo {

  private final Path log;

  /** Its output goes to that file. */
  public Skopeo(Path log) {
    this.log = log;
  }

  /** Runs a command to its end, which must be a good one. */
  public void run(List<String> arguments) {
    try {
      runToItsEnd(arguments);
    } catch (IOException e) {
      throw new AssertionError("Could not run skopeo " + arguments + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Could not run skopeo " + arguments + ": interrupted", e);
    }
  }

  private void runToItsEnd(List<String> arguments) throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(Stream.of(Program.SKOPEO.command(), "--insecure-policy"), arguments.stream())
            .toList();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      boolean ended = process.waitFor(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended || process.exitValue() != 0) {
        String end = ended ? "exit code " + process.exitValue() : "no end within " + DEADLINE;
        throw new AssertionError(
            "Could not run " + command + ": " + end + "\n" + Files.readString(log));
      }
    } finally {
      process.destroyForcibly();
    }
  }
}
