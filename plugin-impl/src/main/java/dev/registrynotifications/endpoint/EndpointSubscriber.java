package dev.registrynotifications.endpoint;

import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.Subscriber;
import dev.registrynotifications.metrics.EndpointStats;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What an endpoint wants of the log. Counts what waits for it and what it loses because the log is
 * full; logs the first loss of an episode, and its end: when the endpoint has caught up.
 */
record EndpointSubscriber(
    String endpoint, EventFilter filter, EndpointStats stats, AtomicBoolean dropping)
    implements Subscriber {

  private static final Logger LOGGER = System.getLogger(EndpointSubscriber.class.getName());

  EndpointSubscriber(String endpoint, EventFilter filter, EndpointStats stats) {
    this(endpoint, filter, stats, new AtomicBoolean());
  }

  @Override
  public boolean matches(EventKey key) {
    return filter.matches(key);
  }

  @Override
  public void onBacklog(long events, boolean exact) {
    stats.recordBacklog(events, exact);
    if (exact && events > 0) {
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
    }
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

  /** The endpoint has got all of a replay. */
  void replayed() {
    stats.recordReplaying(false);
    LOGGER.log(Level.INFO, "Endpoint {0} has got the whole replay", endpoint);
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
