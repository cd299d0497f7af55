package dev.registrynotifications.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a process does that is told to end, by Ctrl-C for one: who measures is interrupted, and
 * prints what there is; then children are ended and directories deleted. Rejected: to leave all of
 * that to those who measure, who may not wake up in time. Safe for use by several threads.
 */
public final class Interruption {

  private static final Duration TO_STOP = Duration.ofSeconds(20);
  private static final Duration TO_END = Duration.ofSeconds(8);

  /** What a shell says of a process that SIGTERM has ended. */
  private static final int ENDED = 143;

  private static final int TRIES = 100;

  private static final Map<Thread, CountDownLatch> MEASURING = new ConcurrentHashMap<>();
  private static final Set<WorkDirectory> DIRECTORIES = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Interruption::tidyUp, "tidy-up"));
  }

  private Interruption() {}

  /** Something that takes long. */
  @FunctionalInterface
  public interface Measuring {
    void run() throws Exception;
  }

  /**
   * Measures on this thread, which is interrupted if the process is told to end. It also ends when
   * the process is gone that has started it: Maven doesn't pass on that it is told to end.
   */
  public static void guard(Measuring measuring) throws Exception {
    ProcessHandle.current().parent().ifPresent(Interruption::endAfter);
    CountDownLatch stopped = new CountDownLatch(1);
    MEASURING.put(Thread.currentThread(), stopped);
    try {
      measuring.run();
    } finally {
      MEASURING.remove(Thread.currentThread());
      stopped.countDown();
    }
  }

  private static void endAfter(ProcessHandle parent) {
    CompletableFuture<Void> unused = parent.onExit().thenRun(() -> System.exit(ENDED));
  }

  static void made(WorkDirectory directory) {
    DIRECTORIES.add(directory);
  }

  static void deleted(WorkDirectory directory) {
    DIRECTORIES.remove(directory);
  }

  private static void tidyUp() {
    MEASURING.forEach(Interruption::stop);
    // Before the directories, in which they might write.
    List<ProcessHandle> children = ProcessHandle.current().descendants().toList();
    children.forEach(ProcessHandle::destroy);
    awaitAll(children, TO_END);
    children.forEach(ProcessHandle::destroyForcibly);
    awaitAll(children, TO_END);
    DIRECTORIES.forEach(Interruption::delete);
  }

  private static void stop(Thread thread, CountDownLatch stopped) {
    thread.interrupt();
    try {
      boolean unused = stopped.await(TO_STOP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitAll(List<ProcessHandle> children, Duration time) {
    CompletableFuture<?>[] ends =
        children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // Those that are left are killed next, or can't be helped.
    }
  }

  /** Who measures may still write there, where it hasn't woken up: then it isn't empty at once. */
  private static void delete(WorkDirectory directory) {
    for (int tries = 1; Files.exists(directory.path()); tries++) {
      try {
        directory.close();
      } catch (IOException | UncheckedIOException e) {
        if (tries == TRIES) {
          System.err.printf("Could not delete %s: %s%n", directory.path(), e);
          return;
        }
      }
    }
  }
}
