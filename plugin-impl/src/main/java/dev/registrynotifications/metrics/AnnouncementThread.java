package dev.registrynotifications.metrics;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The thread on which listeners hear of announcements; it is there only while there are some. If
 * listeners can't keep up they miss the oldest ones, for nothing waits for them. Whoever announces
 * something is shielded from all that goes wrong with it.
 */
final class AnnouncementThread implements Executor, AutoCloseable {

  private static final Logger LOGGER = System.getLogger(AnnouncementThread.class.getName());
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final int CAPACITY = 1_000;

  private final ThreadPoolExecutor executor;
  private final AtomicBoolean failing = new AtomicBoolean();

  AnnouncementThread() {
    this(AnnouncementThread::thread);
  }

  AnnouncementThread(ThreadFactory threads) {
    executor =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(CAPACITY),
            threads,
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
    try {
      executor.execute(() -> attempt(task));
      failing.set(false);
    } catch (OutOfMemoryError e) {
      // As when no thread can be made: deliveries must go on without listeners.
      if (!failing.getAndSet(true)) {
        LOGGER.log(Level.WARNING, "Could not announce something by JMX: " + e);
      }
    }
  }

  /** The root of the thread's work. */
  private static void attempt(Runnable task) {
    try {
      task.run();
    } catch (Throwable e) {
      LOGGER.log(Level.WARNING, "Could not announce something by JMX", e);
    }
  }

  /** What is told already is still heard, what comes now isn't. */
  @Override
  public void close() {
    executor.shutdown();
  }
}
