package dev.registrynotifications.host;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A host that runs as a child process; see {@link HostLauncher}. */
public final class HostProcess implements AutoCloseable {

  private static final String LISTENING = "listening on ";
  private static final Duration TO_START = Duration.ofMinutes(3);
  private static final Duration TO_STOP = Duration.ofMinutes(3);

  private final Process process;
  private final ProcessOutput output;
  private final URI baseUri;

  private HostProcess(Process process, ProcessOutput output, URI baseUri) {
    this.process = process;
    this.output = output;
    this.baseUri = baseUri;
  }

  static HostProcess start(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process = builder.start();
    ProcessOutput output = ProcessOutput.of(process);
    try {
      String line = output.awaitLine(LISTENING, TO_START);
      URI baseUri = URI.create(line.substring(LISTENING.length()) + "/");
      return new HostProcess(process, output, baseUri);
    } catch (IOException | InterruptedException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** The registry's root, ending in a slash. */
  public URI baseUri() {
    return baseUri;
  }

  /** The operating system's number of the process. */
  public long pid() {
    return process.pid();
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** All lines that it has written so far, to standard output and standard error. */
  public List<String> output() {
    return output.lines();
  }

  /** Kills it at once, as {@code kill -9} does, and waits until it is gone. */
  public void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    awaitEnd();
  }

  /**
   * Asks it to stop, as {@code kill} does, and waits until it has.
   *
   * @return its exit code: 143, for SIGTERM
   */
  public int stop() throws InterruptedException {
    // Not Process.destroy(), which also closes the streams on which it says how it stopped.
    process.toHandle().destroy();
    return awaitEnd();
  }

  /** Ends it, in order if it can. */
  @Override
  public void close() {
    try {
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }

  private int awaitEnd() throws InterruptedException {
    if (!process.waitFor(TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(
          "Could not stop the host: it still runs after " + TO_STOP.toSeconds() + " s");
    }
    output.awaitEnd(TO_STOP);
    return process.exitValue();
  }
}
