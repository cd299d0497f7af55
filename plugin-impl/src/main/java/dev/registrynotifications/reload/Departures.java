package dev.registrynotifications.reload;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The endpoints that were removed and haven't left yet: whoever stops the plugin while they are
 * seen off ends them, too. Safe for use by several threads.
 */
final class Departures {

  private final List<Slot> leaving = new CopyOnWriteArrayList<>();

  /** Has one leave as soon as it has sent what is there. */
  void begin(Slot slot) {
    leaving.removeIf(Slot::hasLeft);
    leaving.add(slot);
    slot.block("it is no longer configured");
    slot.endpoint().stop();
  }

  /**
   * Waits for some to leave. What came before is still delivered, until the time is over; then only
   * what is under way is ended, for as long again: events that come for others would be read on and
   * on.
   *
   * @return whether they are gone; not if the deadline was called off, and they go on leaving
   */
  boolean seeOff(List<Slot> some, Deadline deadline, Duration timeout) {
    Slot.awaitAll(some, deadline);
    if (deadline.isCalledOff()) {
      return false;
    }
    some.forEach(slot -> slot.endpoint().makeWay());
    Deadline last = deadline.followedBy(timeout);
    Slot.awaitAll(some, last);
    if (last.isCalledOff()) {
      return false;
    }
    some.forEach(slot -> slot.endpoint().awaitEnd(Duration.ZERO));
    leaving.removeIf(Slot::hasLeft);
    return true;
  }

  /**
   * Makes all leave when the deadline has come: they were told to when they were removed.
   *
   * @return those that nobody has seen off
   */
  List<Slot> end(Deadline deadline) {
    List<Slot> unseen = List.copyOf(leaving);
    unseen.forEach(slot -> slot.endpoint().awaitEnd(deadline.remaining()));
    leaving.clear();
    return unseen;
  }
}
