package dev.registrynotifications.metrics;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread on which listeners hear of announcements; it is there only while there are some. If
 * listeners can't keep up they miss the oldest ones, for nothing waits for them.
 */
final class AnnouncementThread implements Executor, AutoCloseable {

  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final int CAPACITY = 1_000;

  private final ThreadPoolExecutor executor;

  AnnouncementThread() {
    executor =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(CAPACITY),
            AnnouncementThread::thread,
            new ThreadPoolExecutor.DiscardOldestPolicy());
    executor.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "notify-jmx");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void execute(Runnable task) {
    executor.execute(task);
  }

  /** What is told already is still heard, what comes now isn't. */
  @Override
  public void close() {
    executor.shutdown();
  }
}
