package dev.registrynotifications.metrics;

import com.google.common.base.Ticker;
import dev.registrynotifications.measure.RateMeter;
import java.util.concurrent.atomic.LongAdder;

/** What happened on this node before any endpoint. Safe for use by several threads. */
public final class NodeStats {

  private final LongAdder events = new LongAdder();
  private final LongAdder unmatched = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final RateMeter appended;

  /** Statistics of a node on which nothing has happened yet. */
  public NodeStats(Ticker ticker) {
    this.appended = new RateMeter(ticker);
  }

  /** The registry caused an event. */
  public void recordEvent() {
    events.increment();
  }

  /** No endpoint wants an event. */
  public void recordUnmatched() {
    unmatched.increment();
  }

  /** An event was appended. */
  public void recordAppended() {
    appended.mark();
  }

  /** An event couldn't be appended. */
  public void recordLost() {
    lost.increment();
  }

  public long getEvents() {
    return events.sum();
  }

  public long getUnmatched() {
    return unmatched.sum();
  }

  public long getLost() {
    return lost.sum();
  }

  public long getAppended() {
    return appended.total();
  }

  /** How many events were appended per second, on the average of the last minute. */
  public double getAppendsPerSecond() {
    return appended.perSecond();
  }
}
