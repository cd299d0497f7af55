package dev.registrynotifications.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What a child process writes, line by line: read all the time, for a process whose pipe is full
 * stands still. Safe for use by several threads.
 */
final class ProcessOutput {

  private static final int STREAMS = 2;

  // Guarded by this.
  private final List<String> lines = new ArrayList<>();
  private final CountDownLatch open = new CountDownLatch(STREAMS);

  private ProcessOutput() {}

  /** Reads both streams from now on. */
  static ProcessOutput of(Process process) {
    ProcessOutput output = new ProcessOutput();
    output.read(process.inputReader(), "stdout of " + process.pid());
    output.read(process.errorReader(), "stderr of " + process.pid());
    return output;
  }

  /** All lines so far. */
  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /**
   * Waits for a line with that start.
   *
   * @throws IOException if the output ends, or the time is over, before; the message has the output
   */
  synchronized String awaitLine(String start, Duration timeout)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    Optional<String> found = find(start);
    while (found.isEmpty()) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0 || open.getCount() == 0) {
        throw new IOException("no \"" + start.strip() + "\" came, only " + lines);
      }
      wait(left);
      found = find(start);
    }
    return found.get();
  }

  /** Waits until the process has closed both streams. */
  void awaitEnd(Duration timeout) throws InterruptedException {
    if (!open.await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("Could not read the output to its end");
    }
  }

  private void read(BufferedReader stream, String threadName) {
    Thread reader = new Thread(() -> readAll(stream), threadName);
    reader.setDaemon(true);
    reader.start();
  }

  private void readAll(BufferedReader stream) {
    try (stream) {
      for (String line = stream.readLine(); line != null; line = stream.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("(reading the output failed: " + e.getMessage() + ")");
    } finally {
      end();
    }
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  private synchronized void end() {
    open.countDown();
    notifyAll();
  }

  private synchronized Optional<String> find(String start) {
    return lines.stream().filter(line -> line.startsWith(start)).findFirst();
  }
}
