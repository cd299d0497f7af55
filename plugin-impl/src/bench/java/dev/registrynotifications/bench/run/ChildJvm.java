package dev.registrynotifications.bench.run;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A JVM with the class path of this one, so that its CPU time isn't that of this process. It reads
 * lines and writes lines. Confined to one thread.
 */
public final class ChildJvm implements AutoCloseable {

  private final Process process;
  private final BufferedWriter in;
  private final BufferedReader out;

  private ChildJvm(Process process) {
    this.process = process;
    this.in = process.outputWriter();
    this.out = process.inputReader();
  }

  /**
   * Starts it.
   *
   * @param options for the JVM
   * @param program has a {@code main} method
   */
  public static ChildJvm start(List<String> options, Class<?> program, String... arguments)
      throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> classPath = List.of("-cp", System.getProperty("java.class.path"));
    List<String> command =
        Stream.of(List.of(java), options, classPath, List.of(program.getName()), List.of(arguments))
            .flatMap(List::stream)
            .toList();
    return new ChildJvm(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Says a line to it. */
  public void tell(String line) throws IOException {
    in.write(line + "\n");
    in.flush();
  }

  /** Waits for its next line. If none comes in time, it is ended: nobody could tell why. */
  public String line(Duration time) throws IOException {
    Executor later = CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<Void> end = CompletableFuture.runAsync(process::destroyForcibly, later);
    try {
      String line = out.readLine();
      if (line == null) {
        throw new IOException(
            "Could not read a line of process %d: it has ended, or said none within %d s"
                .formatted(process.pid(), time.toSeconds()));
      }
      return line;
    } finally {
      boolean unused = end.cancel(false);
    }
  }

  /** What it has used so far, by the clock ticks of the operating system. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Kills it, and waits until it is gone. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
