package dev.registrynotifications.measure;

import com.google.common.base.Ticker;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * How long something took in the last five minutes, minute by minute, so that what is older than
 * that goes a minute at a time. Safe for use by several threads; whoever records waits for nobody,
 * but at the end of a minute.
 *
 * <p>Rejected: percentiles since the start, which after a week say nothing of the last hour; and
 * samples that decay, whose maximum may be of any time.
 */
public final class LatencyWindow {

  private static final int MINUTES = 5;
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  /** One part in a hundred is as exact as anybody needs it, and takes a few kilobytes a minute. */
  private static final int DIGITS = 2;

  /** What takes longer is counted as that: an event may have waited for a week. */
  private static final Duration LONGEST = Duration.ofDays(30);

  private final Ticker ticker;
  private final Recorder recorder = new Recorder(DIGITS);
  private volatile long minuteEnds;

  /** Complete minutes, the oldest first. */
  @GuardedBy("this")
  private final ArrayDeque<Histogram> minutes = new ArrayDeque<>();

  @GuardedBy("this")
  private Histogram current = new Histogram(DIGITS);

  @GuardedBy("this")
  private @Nullable Histogram interval;

  /** A window in which nothing has happened yet. */
  public LatencyWindow(Ticker ticker) {
    this.ticker = ticker;
    this.minuteEnds = ticker.read() + MINUTE;
  }

  /** It happened, and took that long. */
  public void record(Duration took) {
    if (isMinuteOver()) {
      beginMinute();
    }
    recorder.recordValue(micros(took));
  }

  private static long micros(Duration took) {
    if (took.isNegative()) {
      // The world's clock may have been set back in between.
      return 0;
    }
    return took.compareTo(LONGEST) < 0
        ? TimeUnit.NANOSECONDS.toMicros(took.toNanos())
        : TimeUnit.DAYS.toMicros(LONGEST.toDays());
  }

  private boolean isMinuteOver() {
    return ticker.read() - minuteEnds >= 0;
  }

  private synchronized void beginMinute() {
    if (!isMinuteOver()) {
      return;
    }
    collect();
    long over = 1 + (ticker.read() - minuteEnds) / MINUTE;
    for (long i = 0; i < Math.min(over, MINUTES + 1); i++) {
      minutes.add(current);
      current = new Histogram(DIGITS);
    }
    while (minutes.size() > MINUTES) {
      minutes.remove();
    }
    minuteEnds += over * MINUTE;
  }

  @GuardedBy("this")
  private void collect() {
    interval = recorder.getIntervalHistogram(interval);
    current.add(interval);
  }

  /** How long it took in that time. */
  public synchronized Latencies latencies() {
    if (isMinuteOver()) {
      beginMinute();
    }
    collect();
    Histogram sum = new Histogram(DIGITS);
    minutes.forEach(sum::add);
    sum.add(current);
    return new Latencies(
        sum.getTotalCount(),
        percentile(sum, 50),
        percentile(sum, 95),
        percentile(sum, 99),
        Duration.of(sum.getMaxValue(), ChronoUnit.MICROS));
  }

  private static Duration percentile(Histogram histogram, double percentile) {
    long micros = histogram.getValueAtPercentile(percentile);
    return Duration.of(Math.min(micros, histogram.getMaxValue()), ChronoUnit.MICROS);
  }
}
