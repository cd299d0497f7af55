package dev.registrynotifications.metrics;

/**
 * What was waiting for an endpoint when it was opened, as far as the log has counted it. Safe for
 * use by several threads.
 */
public final class Backlog {

  private final long before;
  private volatile long waiting;
  private volatile boolean exact = true;

  /**
   * A backlog of which nothing is counted.
   *
   * @param before how many events had come in and weren't done: the log counts them, too
   */
  Backlog(long before) {
    this.before = before;
  }

  /** So many events were waiting; all of them, if that is exact. */
  public void record(long events, boolean all) {
    waiting = events;
    exact = all;
  }

  long before() {
    return before;
  }

  long waiting() {
    return waiting;
  }

  boolean isExact() {
    return exact;
  }
}
