package dev.registrynotifications.container;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.jmx.RemoteBeans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that runs as a child process. What it writes goes to a file: a pipe could fill up. */
final class ServerProcess implements AutoCloseable {

  /** Tomcat warns of it after 100 ms. */
  private static final String SLOW_RANDOM = "Creation of SecureRandom instance";

  private static final Pattern TROUBLE = Pattern.compile("\\b(WARN|WARNING|ERROR|SEVERE)\\b");

  private final Process process;
  private final Path log;
  private final String port;

  private ServerProcess(Process process, Path log, Pattern listening) {
    this.process = process;
    this.log = log;
    this.port =
        await()
            .atMost(DEADLINE)
            .failFast("the server has ended", () -> !process.isAlive())
            .until(() -> listening.matcher(log()), Matcher::find)
            .group(1);
  }

  /** Starts it and waits until it listens. */
  static ServerProcess start(ProcessBuilder builder, Path log, Pattern listening)
      throws IOException {
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      return new ServerProcess(process, log, listening);
    } catch (RuntimeException e) {
      process.destroyForcibly();
      throw new AssertionError("Could not start the server: " + Files.readString(log, UTF_8), e);
    }
  }

  /** The root of a web application, ending in a slash. */
  URI uri(String contextPath) {
    return URI.create("http://127.0.0.1:" + port + contextPath + "/");
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** What it shows of the plugin to {@code jconsole}. */
  RemoteBeans beans() {
    return RemoteBeans.of(handle());
  }

  /** All that it has written so far. */
  String log() {
    try {
      return Files.readString(log, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + log + ": " + e.getMessage(), e);
    }
  }

  /** The lines in it that ask for attention, but for what says only that the machine is slow. */
  List<String> troubles() {
    return log()
        .lines()
        .filter(line -> TROUBLE.matcher(line).find() && !line.contains(SLOW_RANDOM))
        .toList();
  }

  /** Asks it to stop, as {@code kill} does. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** Waits until it has ended, and returns its exit code: 143 after {@link #terminate}. */
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("Could not stop the server: it still runs\n" + log());
    }
    return process.exitValue();
  }

  /** Ends it, in order if it can. */
  @Override
  public void close() {
    terminate();
    try {
      awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
