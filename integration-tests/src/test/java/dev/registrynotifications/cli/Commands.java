package dev.registrynotifications.cli;

import static dev.registrynotifications.Patience.DEADLINE;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Types commands: each is a process of its own, {@code java -jar} of the plugin's jar. Without an
 * option that says which process is meant a command looks into all JVMs of the user, on a machine
 * that may have others' registries: tests say which one.
 */
public final class Commands {

  private final Path jar;
  private final Path work;

  /**
   * Types commands of that jar.
   *
   * @param work where their output goes meanwhile
   */
  public Commands(Path jar, Path work) {
    this.jar = jar;
    this.work = work;
  }

  /** Runs a command to its end. */
  public Ended run(String... arguments) throws IOException, InterruptedException {
    return run(Map.of(), arguments);
  }

  /** The same, with environment variables. */
  public Ended run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    File out = Files.createTempFile(work, "out", null).toFile();
    File err = Files.createTempFile(work, "err", null).toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command(arguments)).redirectOutput(out).redirectError(err);
    builder.environment().putAll(environment);
    int code = awaitEnd(builder.start());
    return checked(
        new Ended(code, Files.readAllLines(out.toPath()), Files.readAllLines(err.toPath())));
  }

  /** Runs a command that nobody reads to the end, as before {@code | head}. */
  Ended runUnread(String... arguments) throws IOException, InterruptedException {
    File err = Files.createTempFile(work, "err", null).toFile();
    Process process = new ProcessBuilder(command(arguments)).redirectError(err).start();
    process.getInputStream().close();
    int code = awaitEnd(process);
    return checked(new Ended(code, List.of(), Files.readAllLines(err.toPath())));
  }

  private List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", jar.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  private static int awaitEnd(Process process) throws InterruptedException {
    try {
      if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("The command hasn't ended after " + DEADLINE);
      }
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  /** An operator never sees a stack trace. */
  private static Ended checked(Ended ended) {
    for (String line : ended.err()) {
      if (line.matches("\\s+at .*|.*(Exception|Error)\\b.*")) {
        throw new AssertionError("a trace of Java: " + ended);
      }
    }
    return ended;
  }
}
