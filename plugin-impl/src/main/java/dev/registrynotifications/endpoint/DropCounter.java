package dev.registrynotifications.endpoint;

import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.metrics.EndpointStats;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Counts the events that an endpoint loses because the log is full, and says so when it begins: at
 * the first one, and again whenever as many more are lost as were lost before.
 */
final class DropCounter implements Consumer<EventKey> {

  private static final Logger LOGGER = System.getLogger(DropCounter.class.getName());

  private final String endpoint;
  private final EventFilter filter;
  private final EndpointStats stats;
  private final AtomicLong nextReport = new AtomicLong(1);

  DropCounter(String endpoint, EventFilter filter, EndpointStats stats) {
    this.endpoint = endpoint;
    this.filter = filter;
    this.stats = stats;
  }

  @Override
  public void accept(EventKey key) {
    if (!filter.matches(key)) {
      return;
    }
    stats.recordDropped();
    long dropped = stats.getDropped();
    long due = nextReport.get();
    if (dropped >= due && nextReport.compareAndSet(due, dropped * 2)) {
      LOGGER.log(
          Level.ERROR,
          "Endpoint {0} has lost {1} events: the journal is full, the oldest ones are dropped",
          endpoint,
          Long.toString(dropped));
    }
  }
}
