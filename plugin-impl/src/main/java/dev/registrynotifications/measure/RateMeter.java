package dev.registrynotifications.measure;

import com.google.common.base.Ticker;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what happens, and tells how often it did so in the last minute: a counter for each second
 * of it. Safe for use by several threads, none of which waits; what happens just when a second
 * begins may be missed in the rate, never in the total.
 *
 * <p>Rejected: a moving average as of a processor's load, which needs a thread that looks
 * regularly; and the world's clock, which would stop the meter for as long as it had been ahead.
 */
public final class RateMeter {

  private static final int SECONDS = 60;

  private final Ticker ticker;
  private final long origin;
  private final LongAdder total = new LongAdder();

  /** One more than the seconds of a minute: the one that isn't over yet. */
  private final LongAdder[] counts = new LongAdder[SECONDS + 1];

  private final AtomicLong second;

  /** A meter of something that hasn't happened yet. */
  public RateMeter(Ticker ticker) {
    this.ticker = ticker;
    this.origin = ticker.read();
    this.second = new AtomicLong(0);
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new LongAdder();
    }
  }

  private long now() {
    return TimeUnit.NANOSECONDS.toSeconds(ticker.read() - origin);
  }

  /** It happened. */
  public void mark() {
    total.increment();
    count(moveTo(now())).increment();
  }

  /** Begins all seconds up to that one, once for all threads. */
  private long moveTo(long now) {
    long last = second.get();
    while (last < now) {
      if (second.compareAndSet(last, now)) {
        long first = Math.max(last + 1, now - SECONDS);
        for (long begun = first; begun <= now; begun++) {
          count(begun).reset();
        }
        return now;
      }
      last = second.get();
    }
    return last;
  }

  private LongAdder count(long ofSecond) {
    return counts[(int) Math.floorMod(ofSecond, (long) counts.length)];
  }

  /** How often it happened, in all. */
  public long total() {
    return total.sum();
  }

  /** How often it happened per second, on the average of the last minute. */
  public double perSecond() {
    long now = moveTo(now());
    long sum = 0;
    for (long complete = now - SECONDS; complete < now; complete++) {
      sum += count(complete).sum();
    }
    return (double) sum / SECONDS;
  }
}
