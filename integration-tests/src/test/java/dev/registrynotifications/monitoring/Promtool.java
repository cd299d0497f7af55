package dev.registrynotifications.monitoring;

import static dev.registrynotifications.Patience.DEADLINE;

import dev.registrynotifications.peers.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs promtool as a child process. */
final class Promtool {

  private final Path work;

  /** Its input and output go to files in that directory. */
  Promtool(Path work) {
    this.work = work;
  }

  /**
   * How it ended.
   *
   * @param exitCode 0 if it finds fault with nothing; 3 if with the style of metrics
   * @param output what it wrote
   */
  record Result(int exitCode, List<String> output) {

    Result {
      output = List.copyOf(output);
    }
  }

  /** Runs it to its end, with that text as its input. */
  Result run(String input, String... arguments) throws IOException, InterruptedException {
    Path in = Files.writeString(work.resolve("promtool.in"), input);
    Path out = work.resolve("promtool.out");
    Process process =
        new ProcessBuilder(
                Stream.concat(Stream.of(Program.PROMTOOL.command()), Stream.of(arguments)).toList())
            .redirectInput(in.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      if (!process.waitFor(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("Could not run promtool: no end within " + DEADLINE);
      }
      return new Result(process.exitValue(), Files.readAllLines(out));
    } finally {
      process.destroyForcibly();
    }
  }
}
