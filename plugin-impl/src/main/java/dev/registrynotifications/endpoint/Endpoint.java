package dev.registrynotifications.endpoint;

import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.metrics.Backlog;
import dev.registrynotifications.metrics.EndpointOperations;
import dev.registrynotifications.metrics.EndpointState;
import dev.registrynotifications.metrics.EndpointStats;
import dev.registrynotifications.metrics.EndpointStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One webhook: what of the log is for it, and the courier that brings it there, on a thread of its
 * own. Everything is for any thread but {@link #start}, what ends it, and what has another one take
 * its place.
 */
public final class Endpoint {

  private static final Logger LOGGER = System.getLogger(Endpoint.class.getName());

  private final String name;
  private final String displayUrl;
  private final EndpointSubscriber subscriber;
  private final Operations operations;
  private final Courier courier;
  private final EndpointThreads threads;

  /** Which events are counted for it when they are appended. */
  private volatile EventFilter counted;

  /** What it had to do before another one was to succeed it. Confined to who exchanges them. */
  private @Nullable Backlog before;

  Endpoint(
      Identity identity, EndpointSubscriber subscriber, Operations operations, Running running) {
    this.name = identity.name();
    this.displayUrl = identity.displayUrl();
    this.subscriber = subscriber;
    this.counted = subscriber.filter();
    this.operations = operations;
    this.courier = running.courier();
    this.threads = running.threads();
  }

  /** How people know the endpoint. */
  record Identity(String name, String displayUrl) {}

  /** What runs, and on what. */
  record Running(Courier courier, EndpointThreads threads) {}

  public String name() {
    return name;
  }

  /** Where events are sent, without secrets. */
  public String displayUrl() {
    return displayUrl;
  }

  public EndpointStats stats() {
    return subscriber.stats();
  }

  /**
   * For whom the log is read from now on, in place of this endpoint, which has left. As long as
   * this one is asked for whom an event is, it answers for that one.
   */
  EndpointSubscriber succeed(EventFilter next) {
    before = stats().backlog();
    counted = next;
    return subscriber.successor(next);
  }

  /** Nobody has come to succeed it: what it wanted itself goes on being counted. */
  public void goOnCounting() {
    counted = subscriber.filter();
    if (before != null) {
      stats().goBackTo(before);
      before = null;
    }
  }

  /**
   * Whether nothing was to be sent when its courier left. Not read from the figures, which don't
   * know yet what an operator has just wanted.
   */
  public boolean wasPaused() {
    return courier.lastStatus().state() == EndpointState.PAUSED;
  }

  /** Begins as that one ended, whose place it takes; to be called before the start. */
  public void goOnFrom(Endpoint predecessor) {
    EndpointStatus before = predecessor.courier.lastStatus();
    courier.order(dispatch -> dispatch.goOnFrom(before));
  }

  /** What an operator can do with it. */
  public EndpointOperations operations() {
    return operations;
  }

  /** Whether an event is for this endpoint. */
  public boolean matches(EventKey key) {
    return counted.matches(key);
  }

  /** Says that there may be something new in the log. Returns at once. */
  public void wake() {
    courier.wake();
  }

  /** Begins to deliver. If it can't it leaves nothing open, so that another one may try. */
  public void start() {
    try {
      threads.start(courier);
    } catch (RuntimeException | Error e) {
      courier.abandon();
      throw e;
    }
  }

  /** Asks the courier to leave as soon as it has nothing to do, or the endpoint takes nothing. */
  public void stop() {
    courier.stop();
  }

  /**
   * Asks the courier to leave as soon as what is under way has ended; nothing else is begun. For an
   * endpoint that another one takes the place of, which then sends the rest: one that is asked to
   * {@link #stop} sends what comes for as long as it comes.
   */
  public void makeWay() {
    courier.makeWay();
  }

  /** Waits for the courier to leave, with all its requests. Returns whether it has. */
  public boolean hasEndedWithin(Duration timeout) {
    return threads.hasEndedWithin(timeout);
  }

  /** Makes the courier and its requests leave, if an interrupt can. Returns at once. */
  public void interrupt() {
    threads.interrupt();
  }

  /** Waits for the courier to leave, and makes it leave when the time is over, within seconds. */
  public void awaitEnd(Duration timeout) {
    threads.awaitEnd(timeout);
  }

  /** The same, and says what is left undelivered. */
  public void awaitStop(Duration timeout) {
    awaitEnd(timeout);
    long pending = stats().getPending();
    if (pending > 0) {
      LOGGER.log(
          Level.WARNING,
          "Endpoint {0} stops with {1} events undelivered, which {2}",
          name,
          Long.toString(pending),
          operations.whatBecomesOfPending());
    }
  }
}
