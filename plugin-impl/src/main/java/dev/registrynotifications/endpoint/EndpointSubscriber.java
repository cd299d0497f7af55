package dev.registrynotifications.endpoint;

import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.Subscriber;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.metrics.Backlog;
import dev.registrynotifications.metrics.EndpointStats;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What an endpoint wants of the log. Counts what waits for it and what it loses because the log is
 * full; logs the first loss of an episode, and its end: when the endpoint has caught up.
 */
record EndpointSubscriber(
    String endpoint,
    EventFilter filter,
    EndpointStats stats,
    Optional<Backlog> backlog,
    AtomicBoolean dropping)
    implements Subscriber {

  private static final Logger LOGGER = System.getLogger(EndpointSubscriber.class.getName());

  EndpointSubscriber(String endpoint, EventFilter filter, EndpointStats stats) {
    this(endpoint, filter, stats, Optional.of(stats.newBacklog()), new AtomicBoolean());
  }

  /**
   * Whoever goes on for the same endpoint. What is pending is in its figures already, and is
   * counted anew only if it wants other events than before.
   */
  EndpointSubscriber successor(EventFilter next) {
    return next.equals(filter)
        ? new EndpointSubscriber(endpoint, next, stats, Optional.empty(), dropping)
        : new EndpointSubscriber(endpoint, next, stats);
  }

  @Override
  public boolean matches(EventKey key) {
    return filter.matches(key);
  }

  @Override
  public void onBacklog(long events, boolean exact) {
    backlog.ifPresent(counted -> counted.record(events, exact));
    if (backlog.isPresent() && exact && events > 0) {
      LOGGER.log(
          Level.INFO,
          "Endpoint {0} goes on with {1} events from before",
          endpoint,
          Long.toString(events));
    }
  }

  @Override
  public void onDropped(long events) {
    stats.recordDropped(events);
    if (!dropping.getAndSet(true)) {
      LOGGER.log(
          Level.ERROR,
          "Endpoint {0} loses events: the journal is full, and the oldest ones are dropped",
          endpoint);
      stats
          .announcements()
          .announce(
              EndpointMXBean.DROPPED,
              "Endpoint " + endpoint + " loses events: the journal is full");
    }
  }

  @Override
  public void onKnown() {
    stats.recordKnown();
  }

  /** The endpoint has got all there is. */
  void caughtUp() {
    if (dropping.getAndSet(false)) {
      LOGGER.log(
          Level.INFO,
          "Endpoint {0} has caught up with the journal; it has lost {1} events in all",
          endpoint,
          Long.toString(stats.getDropped()));
    }
  }

  /** A replay has ended: the endpoint has got all of it, or an operator wanted it to end. */
  void replayed(boolean whole) {
    stats.recordReplayEnded();
    LOGGER.log(
        Level.INFO,
        whole ? "Endpoint {0} has got the whole replay" : "Endpoint {0}: the replay is cancelled",
        endpoint);
  }

  /** Whom a replay reads for: it wants the same, and is told of nothing. */
  Subscriber forReplay() {
    return new Subscriber() {
      @Override
      public boolean matches(EventKey key) {
        return filter.matches(key);
      }

      @Override
      public void onBacklog(long events, boolean exact) {}

      @Override
      public void onDropped(long events) {
        LOGGER.log(
            Level.WARNING,
            "Endpoint {0} doesn''t get {1} events of a replay: the journal no longer has them",
            endpoint,
            Long.toString(events));
      }
    };
  }
}
