package dev.registrynotifications.reload;

import com.google.common.util.concurrent.Uninterruptibles;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The thread on which the configuration is looked at again and again, and in between when somebody
 * asks for it. Rejected: to do that on the thread of whoever asks, which may be a web application's
 * and would leave its class loader to the threads of new endpoints.
 */
final class ConfigThread implements AutoCloseable {

  private static final Logger LOGGER = System.getLogger(ConfigThread.class.getName());

  /** A file system that doesn't answer must not hold up a stop for ever. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** An operator who waits longer is told to look into the log. */
  private static final Duration CALLERS_PATIENCE = Duration.ofMinutes(1);

  private final Duration callersPatience;
  private final Duration patience;
  private final ScheduledThreadPoolExecutor executor;
  private volatile boolean begun;

  ConfigThread() {
    this(CALLERS_PATIENCE, PATIENCE);
  }

  /** One whose callers wait that long, and that is waited for so long when it is closed. */
  ConfigThread(Duration callersPatience, Duration patience) {
    this.callersPatience = callersPatience;
    this.patience = patience;
    executor = new ScheduledThreadPoolExecutor(1, ConfigThread::thread);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  private static Thread thread(Runnable body) {
    Thread thread = new Thread(body, "notify-config");
    thread.setDaemon(true);
    return thread;
  }

  /** Has that done again and again, each time so long after the last one has ended. */
  void repeat(Runnable look, Duration pause) {
    begun = true;
    long millis = pause.toMillis();
    ScheduledFuture<?> unused =
        executor.scheduleWithFixedDelay(() -> attempt(look), millis, millis, TimeUnit.MILLISECONDS);
  }

  /** The root of the thread's work: what fails now may succeed the next time. */
  private static void attempt(Runnable look) {
    try {
      look.run();
    } catch (Throwable e) {
      LOGGER.log(Level.ERROR, "Could not look whether the configuration has changed", e);
    }
  }

  /**
   * Has that done between two looks, and waits for it, but not for ever.
   *
   * @throws IllegalStateException if it can't be done; the message is for operators
   */
  <T> T call(Callable<T> work) {
    if (!begun) {
      throw couldNotRead("notifications are being started");
    }
    try {
      return executor.submit(work).get(callersPatience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw couldNotRead("it takes long; the log tells what becomes of it");
    } catch (ExecutionException e) {
      LOGGER.log(Level.ERROR, "Could not read the configuration once more", e.getCause());
      throw couldNotRead("see the log");
    } catch (RejectedExecutionException | CancellationException e) {
      throw couldNotRead("notifications are being stopped");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw couldNotRead("interrupted");
    }
  }

  /** Without a cause, which somebody at the other end of JMX might not know. */
  private static IllegalStateException couldNotRead(String why) {
    return new IllegalStateException("Could not read the configuration once more: " + why);
  }

  /** Waits for what it does at the moment, but not for long. */
  @Override
  public void close() {
    executor.shutdown();
    if (!Uninterruptibles.awaitTerminationUninterruptibly(executor, patience)) {
      LOGGER.log(Level.WARNING, "The configuration is still being read, or put into force");
    }
  }
}
