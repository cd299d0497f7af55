package dev.registrynotifications.endpoint.http;

import com.google.common.base.Ticker;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ends what an endpoint takes too long for. Safe for use by several threads.
 *
 * <p>However many requests are under way, and however fast they end, it looks once when the oldest
 * is due: it wakes a thread once a timeout, and none when nothing is under way. Rejected: {@code
 * HttpRequest.timeout} and {@code CompletableFuture.orTimeout}, which wake a thread each for each
 * request, though hardly any ever is late: a third of a delivery's time.
 */
public final class Deadlines {

  private final Duration timeout;
  private final Ticker ticker;
  private final Delayer delayer;

  /** In the order of their beginning, which is that of their ends. */
  @GuardedBy("this")
  private final Set<Deadline> open = new LinkedHashSet<>();

  @GuardedBy("this")
  private boolean looking;

  /**
   * Makes deadlines.
   *
   * @param timeout how far ahead each of them lies
   */
  public Deadlines(Duration timeout, Ticker ticker) {
    this(timeout, ticker, Deadlines::later);
  }

  Deadlines(Duration timeout, Ticker ticker, Delayer delayer) {
    this.timeout = timeout;
    this.ticker = ticker;
    this.delayer = delayer;
  }

  /** Does something later. */
  @FunctionalInterface
  interface Delayer {
    void run(Runnable task, Duration delay);
  }

  /** On a daemon thread of the JDK's, which the whole JVM shares. */
  private static void later(Runnable task, Duration delay) {
    CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, Runnable::run)
        .execute(task);
  }

  Duration timeout() {
    return timeout;
  }

  /**
   * Begins one.
   *
   * @param missed done if it isn't met, on a thread that others need, too: it mustn't block
   */
  Deadline begin(Runnable missed) {
    Deadline deadline = new Deadline(this, ticker.read() + timeout.toNanos(), missed);
    if (add(deadline)) {
      lookIn(timeout);
    }
    return deadline;
  }

  /** Returns whether nobody looks after them yet. */
  private synchronized boolean add(Deadline deadline) {
    open.add(deadline);
    boolean alone = !looking;
    looking = true;
    return alone;
  }

  synchronized void remove(Deadline deadline) {
    open.remove(deadline);
  }

  /** If that can't be, as when there is no memory for a thread, the next one begins it again. */
  private void lookIn(Duration delay) {
    try {
      delayer.run(this::look, delay);
    } catch (RuntimeException | Error e) {
      giveUpLooking();
      throw e;
    }
  }

  private synchronized void giveUpLooking() {
    looking = false;
  }

  private void look() {
    long now = ticker.read();
    try {
      takeDue(now).forEach(Deadline::miss);
    } finally {
      lookAgain(now);
    }
  }

  private void lookAgain(long now) {
    long next = next(now);
    if (next > 0) {
      lookIn(Duration.ofNanos(next));
    }
  }

  private synchronized List<Deadline> takeDue(long now) {
    List<Deadline> due = new ArrayList<>();
    for (Deadline deadline : open) {
      if (deadline.at() - now > 0) {
        break;
      }
      due.add(deadline);
    }
    due.forEach(open::remove);
    return due;
  }

  /** How long it is to the next one; 0 if there is none, so that nobody looks any more. */
  private synchronized long next(long now) {
    looking = !open.isEmpty();
    return looking ? Math.max(1, open.iterator().next().at() - now) : 0;
  }
}
