package dev.registrynotifications.metrics;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What operators may want to hear of at once rather than read from a figure. Safe for use by
 * several threads.
 */
public final class Announcements {

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /** Hears of it; must return at once. */
  @FunctionalInterface
  interface Listener {

    /**
     * Something has happened.
     *
     * @param type what, by one of the types of the MXBeans
     * @param message the facts, for people
     */
    void onAnnouncement(String type, String message);
  }

  void listen(Listener listener) {
    listeners.add(listener);
  }

  void ignore(Listener listener) {
    listeners.remove(listener);
  }

  /**
   * Tells all who listen.
   *
   * @param type what has happened, by one of the types of the MXBeans
   * @param message the facts, for people
   */
  public void announce(String type, String message) {
    listeners.forEach(listener -> listener.onAnnouncement(type, message));
  }
}
