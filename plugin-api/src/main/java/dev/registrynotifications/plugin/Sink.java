package dev.registrynotifications.plugin;

import dev.registrynotifications.event.Event;
import java.util.List;

/**
 * Takes events, in order. Called on the thread of the request that caused them, by many threads at
 * once; it must return fast, and never wait for the network.
 */
@FunctionalInterface
public interface Sink {

  /** Takes the events of one call of the registry. */
  void write(List<Event> events);
}
