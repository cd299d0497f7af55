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
  private final NodeStats stats;
  private final EnvelopeCodec codec = new EnvelopeCodec();
  private final AtomicBoolean losing = new AtomicBoolean();
  private volatile List<Endpoint> endpoints;

  /** Makes a broadcaster for these endpoints, which its owner starts and stops. */
  public Broadcaster(EventLog log, List<Endpoint> endpoints, NodeStats stats) {
    this.log = log;
    this.endpoints = List.copyOf(endpoints);
    this.stats = stats;
  }

  /**
   * Brings events to these endpoints from now on. Waits for nobody, and nobody waits for it: an
   * event that is being brought at this moment goes to those of before. An endpoint that begins to
   * deliver only after this call misses no event.
   */
  public void replaceEndpoints(List<Endpoint> current) {
    endpoints = List.copyOf(current);
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
      // Those of now: one that is new may have looked for events before this one was appended.
      endpoints.forEach(Endpoint::wake);
    } else {
      takers.forEach(taker -> taker.stats().recordDropped(1));
    }
  }

  private List<Endpoint> takers(EventKey key) {
    List<Endpoint> current = endpoints;
    List<Endpoint> takers = new ArrayList<>(current.size());
    for (Endpoint endpoint : current) {
      if (endpoint.matches(key)) {
        takers.add(endpoint);
      } else {
        endpoint.stats().recordFiltered();
      }
    }
    return takers;
  }

  private boolean append(EventKey key, Event event) {
    long sequence;
    try {
      sequence = log.append(key, codec.encode(event));
    } catch (LogFullException e) {
      recordLost("Events are lost: " + e.getMessage(), null);
      return false;
    } catch (RuntimeException | OutOfMemoryError e) {
      recordLost("Could not append event " + event.id() + ": it is lost", e);
      return false;
    }
    stats.recordAppended();
    tell(event, sequence);
    if (losing.getAndSet(false)) {
      LOGGER.log(Level.INFO, "Events are appended again; {0} are lost", stats.getLost());
    }
    return true;
  }

  /** What leads from the registry's log, by the request's id, to the attempts, by the sequence. */
  private static void tell(Event event, long sequence) {
    if (LOGGER.isLoggable(Level.DEBUG)) {
      LOGGER.log(
          Level.DEBUG,
          "Event {0} of request {1} has sequence {2}: {3} of {4}",
          event.id(),
          event.request().id(),
          Long.toString(sequence),
          event.action(),
          event.target().repository());
    }
  }

  /** Logs only the first one of an episode. */
  private void recordLost(String message, @Nullable Throwable why) {
    stats.recordLost();
    if (!losing.getAndSet(true)) {
      LOGGER.log(Level.ERROR, message, why);
    }
  }
}
