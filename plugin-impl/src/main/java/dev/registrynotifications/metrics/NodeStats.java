package dev.registrynotifications.metrics;

import java.util.concurrent.atomic.LongAdder;

/** What happened on this node before any endpoint. Safe for use by several threads. */
public final class NodeStats {

  private final LongAdder events = new LongAdder();
  private final LongAdder unmatched = new LongAdder();
  private final LongAdder lost = new LongAdder();

  /** The registry caused an event. */
  public void recordEvent() {
    events.increment();
  }

  /** No endpoint wants an event. */
  public void recordUnmatched() {
    unmatched.increment();
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
}
