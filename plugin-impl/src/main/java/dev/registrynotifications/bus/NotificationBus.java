package dev.registrynotifications.bus;

import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.SubscriberExceptionContext;
import dev.registrynotifications.event.Event;
import dev.registrynotifications.plugin.Sink;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Guava's event bus between those who make events and those who pass them on.
 *
 * <p>It is the synchronous one: an event is in the log when the registry's call returns. Rejected
 * was the asynchronous one, which promises no order and loses what its executor holds.
 */
public final class NotificationBus implements Sink {

  private static final Logger LOGGER = System.getLogger(NotificationBus.class.getName());

  private final EventBus bus = new EventBus(NotificationBus::logFailure);

  @Inject
  NotificationBus() {}

  /** Adds an object whose {@code @Subscribe} methods take events. */
  public void subscribe(Object subscriber) {
    bus.register(subscriber);
  }

  /** Takes a subscriber away again. */
  public void unsubscribe(Object subscriber) {
    bus.unregister(subscriber);
  }

  /**
   * Gives the events to all subscribers, in order; a subscriber's failure is logged, not thrown.
   */
  @Override
  public void write(List<Event> events) {
    events.forEach(bus::post);
  }

  private static void logFailure(Throwable failure, SubscriberExceptionContext context) {
    LOGGER.log(Level.ERROR, "Could not pass on an event to " + context.getSubscriber(), failure);
  }
}
