package dev.registrynotifications.endpoint;

import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.metrics.EndpointStats;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Counts the events that an endpoint loses because the log is full. Logs the first one of an
 * episode, and its end: when the endpoint has caught up with the log.
 */
final class DropReportingCursor implements Cursor {

  private static final Logger LOGGER = System.getLogger(DropReportingCursor.class.getName());

  private final String endpoint;
  private final EventFilter filter;
  private final EndpointStats stats;
  private final Cursor delegate;
  private final AtomicBoolean dropping = new AtomicBoolean();

  /** Opens the endpoint's cursor. */
  DropReportingCursor(EventLog log, String endpoint, EventFilter filter, EndpointStats stats) {
    this.endpoint = endpoint;
    this.filter = filter;
    this.stats = stats;
    this.delegate = log.cursor(endpoint, this::recordDropped);
  }

  @Override
  public Optional<LoggedEvent> next() {
    Optional<LoggedEvent> next = delegate.next();
    if (next.isEmpty() && dropping.getAndSet(false)) {
      LOGGER.log(
          Level.INFO,
          "Endpoint {0} has caught up with the journal; it has lost {1} events in all",
          endpoint,
          Long.toString(stats.getDropped()));
    }
    return next;
  }

  @Override
  public void ack(long sequence) {
    delegate.ack(sequence);
  }

  @Override
  public void close() {
    delegate.close();
  }

  private void recordDropped(EventKey key) {
    if (!filter.matches(key)) {
      return;
    }
    stats.recordDropped();
    if (!dropping.getAndSet(true)) {
      LOGGER.log(
          Level.ERROR,
          "Endpoint {0} loses events: the journal is full, and the oldest ones are dropped",
          endpoint);
    }
  }
}
