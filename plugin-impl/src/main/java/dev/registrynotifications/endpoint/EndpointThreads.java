package dev.registrynotifications.endpoint;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of an endpoint: the courier's, and those that send where several requests may be
 * under way, which end when they have had nothing to do for a while.
 */
final class EndpointThreads {

  private static final int INTERRUPTS = 10;
  private static final Duration BETWEEN_INTERRUPTS = Duration.ofMillis(100);
  private static final Duration IDLE = Duration.ofSeconds(10);

  private final ThreadPoolExecutor courier;
  private final ThreadPoolExecutor senders;
  private final int concurrency;

  EndpointThreads(String endpoint, int concurrency) {
    this.concurrency = concurrency;
    this.courier = pool("notify-" + endpoint, 1);
    this.senders = pool("notify-" + endpoint + "-sender", concurrency);
  }

  private static ThreadPoolExecutor pool(String name, int size) {
    AtomicInteger count = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            size,
            size,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              String suffix = size == 1 ? "" : "-" + count.incrementAndGet();
              Thread thread = new Thread(task, name + suffix);
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Where requests are made: on the courier's thread if there is just one at a time. */
  Executor forSending() {
    return concurrency == 1 ? Runnable::run : senders;
  }

  void start(Runnable body) {
    courier.execute(body);
    courier.shutdown();
  }

  /**
   * Waits for the courier to leave, and then for requests that it has left behind. Returns whether
   * both have ended.
   */
  boolean hasEndedWithin(Duration timeout) {
    courier.shutdown();
    try {
      return hasEnded(courier, timeout) && haveSendersEnded(timeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean haveSendersEnded(Duration timeout) throws InterruptedException {
    senders.shutdown();
    return hasEnded(senders, timeout);
  }

  private static boolean hasEnded(ThreadPoolExecutor pool, Duration timeout)
      throws InterruptedException {
    return pool.awaitTermination(timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Waits for the courier to leave, and makes it leave when the time is over, within a second; and
   * then in the same way whoever still sends.
   */
  void awaitEnd(Duration timeout) {
    courier.shutdown();
    try {
      if (!hasEnded(courier, timeout)) {
        makeLeave(courier);
      }
      makeLeave(senders);
    } catch (InterruptedException e) {
      courier.shutdownNow();
      senders.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** Makes the courier leave, or, if it has, whoever still sends. Returns at once. */
  void interrupt() {
    ThreadPoolExecutor late = courier.isTerminated() ? senders : courier;
    late.shutdownNow();
  }

  /**
   * By more than one interrupt: one that falls together with a late request's is taken for that.
   */
  private static void makeLeave(ThreadPoolExecutor pool) throws InterruptedException {
    boolean left = false;
    for (int interrupts = 0; interrupts < INTERRUPTS && !left; interrupts++) {
      pool.shutdownNow();
      left = hasEnded(pool, BETWEEN_INTERRUPTS);
    }
  }
}
