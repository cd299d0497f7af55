package dev.registrynotifications.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What happened at one endpoint, counted as CNCF distribution's {@code EndpointMetrics} does. Safe
 * for use by several threads; each figure is right by itself, together they are a moment apart.
 */
public final class EndpointStats {

  private final LongAdder events = new LongAdder();
  private final LongAdder delivered = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder deadLettered = new LongAdder();
  private final LongAdder replayed = new LongAdder();
  private final LongAdder filtered = new LongAdder();
  private final LongAdder successes = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
  private volatile EndpointState state = EndpointState.DELIVERING;
  private volatile long backlog;
  private volatile boolean backlogExact = true;
  private volatile boolean replaying;
  private volatile int inFlight;
  private volatile int parked;
  private volatile boolean windowFull;

  /** So many events were waiting when the endpoint was opened; all of them, if that is exact. */
  public void recordBacklog(long waiting, boolean exact) {
    backlog = waiting;
    backlogExact = exact;
  }

  /** An event for this endpoint is about to be appended. */
  public void recordEvent() {
    events.increment();
  }

  /** An event isn't for this endpoint. */
  public void recordFiltered() {
    filtered.increment();
  }

  /** An event is done: the endpoint has it. */
  public void recordDelivered() {
    delivered.increment();
  }

  /** Events are lost for this endpoint. */
  public void recordDropped(long lost) {
    dropped.add(lost);
  }

  /** An event is given up and kept as a dead letter. */
  public void recordDeadLettered() {
    deadLettered.increment();
  }

  /** An event was sent again by a replay. */
  public void recordReplayed() {
    replayed.increment();
  }

  /** A replay has begun, or ended. */
  public void recordReplaying(boolean underWay) {
    replaying = underWay;
  }

  /** An attempt was answered with a status that counts as success. */
  public void recordSuccess(int status) {
    recordStatus(status);
    successes.increment();
  }

  /** An attempt was answered with a status that doesn't. */
  public void recordFailure(int status) {
    recordStatus(status);
    failures.increment();
  }

  /** An attempt got no answer. */
  public void recordError() {
    errors.increment();
  }

  /** The endpoint changed its state. */
  public void recordState(EndpointState newState) {
    state = newState;
  }

  /**
   * What is under way at this moment.
   *
   * @param requests how many are under way
   * @param resting how many failed, and rest before they are tried again
   * @param full whether nothing new is read until an old event is done with
   */
  public void recordLanes(int requests, int resting, boolean full) {
    inFlight = requests;
    parked = resting;
    windowFull = full;
  }

  private void recordStatus(int status) {
    statuses.computeIfAbsent(status, unused -> new LongAdder()).increment();
  }

  public EndpointState getState() {
    return state;
  }

  public long getEvents() {
    return events.sum();
  }

  /** Events that waited or came in, and are neither delivered, dropped nor dead letters. */
  public long getPending() {
    long done = delivered.sum() + dropped.sum() + deadLettered.sum();
    return Math.max(0, backlog + events.sum() - done);
  }

  /** Whether all that waited when the endpoint was opened has been counted. */
  public boolean isPendingExact() {
    return backlogExact;
  }

  public long getDeadLettered() {
    return deadLettered.sum();
  }

  public long getReplayed() {
    return replayed.sum();
  }

  public boolean isReplaying() {
    return replaying;
  }

  public int getInFlight() {
    return inFlight;
  }

  public int getParked() {
    return parked;
  }

  public boolean isWindowFull() {
    return windowFull;
  }

  public long getFiltered() {
    return filtered.sum();
  }

  public long getDropped() {
    return dropped.sum();
  }

  public long getSuccesses() {
    return successes.sum();
  }

  public long getFailures() {
    return failures.sum();
  }

  public long getErrors() {
    return errors.sum();
  }

  /** How often each status was answered, by its line, as in {@code 200 OK}. */
  public Map<String, Long> getStatuses() {
    Map<String, Long> byLine = new TreeMap<>();
    statuses.forEach((status, count) -> byLine.put(StatusLine.of(status), count.sum()));
    return byLine;
  }
}
