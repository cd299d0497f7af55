package dev.registrynotifications.metrics;

import com.google.common.base.Ticker;
import dev.registrynotifications.measure.Latencies;
import dev.registrynotifications.measure.LatencyWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * What becomes of the events for one endpoint. Safe for use by several threads; each figure is
 * right by itself, together they are a moment apart.
 */
public final class EndpointStats {

  private final LongAdder events = new LongAdder();
  private final LongAdder delivered = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder deadLettered = new LongAdder();
  private final LongAdder replayed = new LongAdder();
  private final LongAdder filtered = new LongAdder();
  private final Answers answers = new Answers();
  private final LongAdder known = new LongAdder();
  private final AttemptLog attempts;
  private final LatencyWindow endToEnd;
  private final Announcements announcements = new Announcements();
  private volatile EndpointStatus status =
      new EndpointStatus(EndpointState.DELIVERING, Instant.EPOCH, "");
  private volatile Supplier<Optional<Instant>> oldestPending = Optional::empty;
  private volatile Backlog backlog = new Backlog(0);
  private final AtomicInteger replays = new AtomicInteger();
  private volatile int inFlight;
  private volatile int parked;
  private volatile boolean windowFull;

  /** Statistics of an endpoint at which nothing has happened yet. */
  public EndpointStats(Ticker ticker) {
    this.attempts = new AttemptLog(ticker);
    this.endToEnd = new LatencyWindow(ticker);
  }

  /** The same, in real time. */
  public EndpointStats() {
    this(Ticker.systemTicker());
  }

  /** How its attempts ended. */
  public Answers answers() {
    return answers;
  }

  /** The attempts at it, one by one. */
  public AttemptLog attempts() {
    return attempts;
  }

  /** What there is to be told of it at once. */
  public Announcements announcements() {
    return announcements;
  }

  /** Says whom to ask when the oldest pending event was appended; it answers on any thread. */
  public void askForOldestPending(Supplier<Optional<Instant>> whom) {
    oldestPending = whom;
  }

  /** So many events were waiting when the endpoint was opened; all of them, if that is exact. */
  public void recordBacklog(long waiting, boolean exact) {
    backlog.record(waiting, exact);
  }

  /**
   * Has what is pending counted anew, as when the endpoint is opened, or wants other events from
   * now on. What came in before and isn't done is in the new count or doesn't matter any more; only
   * events that are being appended at this very moment may be counted twice, or not.
   *
   * @return whom to tell what was waiting at this moment; an earlier one no longer counts
   */
  public Backlog newBacklog() {
    Backlog counted = new Backlog(events.sum() - done());
    backlog = counted;
    return counted;
  }

  /** The count in force of what waited. */
  public Backlog backlog() {
    return backlog;
  }

  /** Has an earlier count be in force again: whom the newer one was for doesn't come. */
  public void goBackTo(Backlog earlier) {
    backlog = earlier;
  }

  /** An event for this endpoint is about to be appended. */
  public void recordEvent() {
    events.increment();
  }

  /** An event isn't for this endpoint. */
  public void recordFiltered() {
    filtered.increment();
  }

  /**
   * An event is done: the endpoint has it.
   *
   * @param took how long that took since it happened
   */
  public void recordDelivered(Duration took) {
    delivered.increment();
    endToEnd.record(took);
  }

  /** An event was read again that was done with before the last start, or change. */
  public void recordKnown() {
    known.increment();
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

  /** Whether a replay goes on as an endpoint begins; nothing that was counted before is. */
  public void recordReplayAtStart(boolean underWay) {
    replays.set(underWay ? 1 : 0);
  }

  /** A replay has begun. */
  public void recordReplayBegun() {
    replays.incrementAndGet();
  }

  /** A replay has ended; another one may have begun meanwhile. */
  public void recordReplayEnded() {
    replays.decrementAndGet();
  }

  /** The endpoint does something else, or is tried again at another time. */
  public void recordStatus(EndpointStatus newStatus) {
    status = newStatus;
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

  public EndpointState getState() {
    return status.state();
  }

  public EndpointStatus getStatus() {
    return status;
  }

  /** When the oldest pending event was appended; empty if none is pending. */
  public Optional<Instant> getOldestPending() {
    return oldestPending.get();
  }

  public long getDelivered() {
    return delivered.sum();
  }

  public long getKnown() {
    return known.sum();
  }

  /** How long events took to be delivered, since they happened. */
  public Latencies endToEndLatencies() {
    return endToEnd.latencies();
  }

  public long getEvents() {
    return events.sum();
  }

  /** Events that waited or came in, and are neither delivered, dropped nor dead letters. */
  public long getPending() {
    Backlog counted = backlog;
    return Math.max(0, counted.waiting() + events.sum() - done() - counted.before());
  }

  private long done() {
    return delivered.sum() + dropped.sum() + deadLettered.sum();
  }

  /** Whether all that waited when the endpoint was opened has been counted. */
  public boolean isPendingExact() {
    return backlog.isExact();
  }

  public long getDeadLettered() {
    return deadLettered.sum();
  }

  public long getReplayed() {
    return replayed.sum();
  }

  public boolean isReplaying() {
    return replays.get() > 0;
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
}
