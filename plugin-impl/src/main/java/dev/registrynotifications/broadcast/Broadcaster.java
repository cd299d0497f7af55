package dev.registrynotifications.broadcast;

import com.google.common.eventbus.AllowConcurrentEvents;
import com.google.common.eventbus.Subscribe;
import dev.registrynotifications.endpoint.Endpoint;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.LogFullException;
import dev.registrynotifications.metrics.NodeStats;
import dev.registrynotifications.plugin.Sink;
import dev.registrynotifications.wire.EnvelopeCodec;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Brings each event to all endpoints that want it, by one append to the log, on the thread of the
 * registry's request. An event that can't be appended is counted as lost; the caller never hears of
 * it.
 *
 * <p>Rejected: one subscriber for each endpoint, which would encode and store an event as often as
 * there are endpoints.
 */
public final class Broadcaster implements Sink {

  private static final Logger LOGGER = System.getLogger(Broadcaster.class.getName());

  private final EventLog log;
  private final List<Endpoint> endpoints;
  private final NodeStats stats;
  private final EnvelopeCodec codec = new EnvelopeCodec();
  private final AtomicBoolean losing = new AtomicBoolean();

  /** Makes a broadcaster for these endpoints, which its owner starts and stops. */
  public Broadcaster(EventLog log, List<Endpoint> endpoints, NodeStats stats) {
    this.log = log;
    this.endpoints = List.copyOf(endpoints);
    this.stats = stats;
  }

  /** Takes an event from the bus; concurrently, because nothing here needs its monitor. */
  @Subscribe
  @AllowConcurrentEvents
  public void onEvent(Event event) {
    write(List.of(event));
  }

  @Override
  public void write(List<Event> events) {
    events.forEach(this::broadcast);
  }

  private void broadcast(Event event) {
    stats.recordEvent();
    EventKey key = EventKey.of(event);
    List<Endpoint> takers = takers(key);
    if (takers.isEmpty()) {
      stats.recordUnmatched();
      return;
    }
    takers.forEach(taker -> taker.stats().recordEvent());
    if (append(key, event)) {
      endpoints.forEach(Endpoint::wake);
    } else {
      takers.forEach(taker -> taker.stats().recordDropped(1));
    }
  }

  private List<Endpoint> takers(EventKey key) {
    List<Endpoint> takers = new ArrayList<>(endpoints.size());
    for (Endpoint endpoint : endpoints) {
      if (endpoint.matches(key)) {
        takers.add(endpoint);
      } else {
        endpoint.stats().recordFiltered();
      }
    }
    return takers;
  }

  private boolean append(EventKey key, Event event) {
    try {
      log.append(key, codec.encode(event));
    } catch (LogFullException e) {
      recordLost("Events are lost: " + e.getMessage(), null);
      return false;
    } catch (RuntimeException | OutOfMemoryError e) {
      recordLost("Could not append event " + event.id() + ": it is lost", e);
      return false;
    }
    if (losing.getAndSet(false)) {
      LOGGER.log(Level.INFO, "Events are appended again; {0} are lost", stats.getLost());
    }
    return true;
  }

  /** Logs only the first one of an episode. */
  private void recordLost(String message, @Nullable Throwable why) {
    stats.recordLost();
    if (!losing.getAndSet(true)) {
      LOGGER.log(Level.ERROR, message, why);
    }
  }
}
