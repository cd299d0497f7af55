package dev.registrynotifications.metrics;

import com.google.common.base.Ticker;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.registrynotifications.measure.Latencies;
import dev.registrynotifications.measure.LatencyWindow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The latest attempts at an endpoint, and what all of them come to. Safe for use by several
 * threads.
 */
public final class AttemptLog {

  /** So many attempts are known one by one. */
  static final int CAPACITY = 100;

  private final LatencyWindow latencies;

  @GuardedBy("this")
  private final ArrayDeque<Attempt> latest = new ArrayDeque<>(CAPACITY + 1);

  @GuardedBy("this")
  private Optional<Attempt> lastSuccess = Optional.empty();

  @GuardedBy("this")
  private Optional<Attempt> lastFailure = Optional.empty();

  @GuardedBy("this")
  private long retried;

  @GuardedBy("this")
  private long batches;

  @GuardedBy("this")
  private long bytes;

  AttemptLog(Ticker ticker) {
    this.latencies = new LatencyWindow(ticker);
  }

  /** An attempt has ended. */
  public void record(Attempt attempt) {
    if (attempt.delivered()) {
      latencies.record(attempt.took());
    }
    keep(attempt);
  }

  private synchronized void keep(Attempt attempt) {
    latest.addFirst(attempt);
    if (latest.size() > CAPACITY) {
      latest.removeLast();
    }
    retried += attempt.delivery().again() ? 1 : 0;
    if (attempt.delivered()) {
      lastSuccess = Optional.of(attempt);
      batches += attempt.delivery().events() > 1 ? 1 : 0;
      bytes += attempt.delivery().bytes();
    } else {
      lastFailure = Optional.of(attempt);
    }
  }

  /** The latest attempts, the newest first, so many at the most. */
  public synchronized List<Attempt> latest(int most) {
    List<Attempt> attempts = new ArrayList<>();
    Iterator<Attempt> newestFirst = latest.iterator();
    while (newestFirst.hasNext() && attempts.size() < most) {
      attempts.add(newestFirst.next());
    }
    return attempts;
  }

  /** The last one that was accepted. */
  public synchronized Optional<Attempt> lastSuccess() {
    return lastSuccess;
  }

  /** The last one that wasn't. */
  public synchronized Optional<Attempt> lastFailure() {
    return lastFailure;
  }

  /** How many sent what had been sent before in vain. */
  public synchronized long getRetried() {
    return retried;
  }

  /** How many with several events were accepted. */
  public synchronized long getBatches() {
    return batches;
  }

  /** How many bytes were accepted. */
  public synchronized long getBytes() {
    return bytes;
  }

  /** How long those took that were accepted. */
  public Latencies latencies() {
    return latencies.latencies();
  }
}
