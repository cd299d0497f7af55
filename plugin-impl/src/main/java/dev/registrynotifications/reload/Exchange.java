package dev.registrynotifications.reload;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.endpoint.Endpoint;
import dev.registrynotifications.reload.Plan.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Has one lineup of endpoints become another one. Whoever can begin does so at once: an endpoint
 * that takes long to leave holds up nobody but its own successor. What goes wrong with one, be it
 * the JVM that is out of threads, changes nothing for the others, and is to be tried again.
 */
final class Exchange {

  /** An endpoint that no interrupt ends in that time is left where it is. */
  private static final Duration LAST_MOMENTS = Duration.ofSeconds(2);

  /** One interrupt may fall together with a late request's, and be taken for that. */
  private static final Duration BETWEEN_INTERRUPTS = Duration.ofMillis(100);

  private final Lineup lineup;
  private final Departures departures;
  private final Preparation preparation;
  private final Deadline deadline;
  private final Applied applied;

  /**
   * One that hasn't begun.
   *
   * @param deadline when those who leave are no longer waited for
   * @param applied told of all that becomes of it
   */
  Exchange(
      Lineup lineup,
      Departures departures,
      Preparation preparation,
      Deadline deadline,
      Applied applied) {
    this.lineup = lineup;
    this.departures = departures;
    this.preparation = preparation;
    this.deadline = deadline;
    this.applied = applied;
  }

  /** Does what the plan says, unless it is called off. */
  void perform(Plan plan) {
    plan.removed().forEach(this::remove);
    List<Change> waiting = new ArrayList<>();
    for (Change change : plan.changed()) {
      boolean asked = change.slot().vacate();
      if (asked || change.slot().hasLeft()) {
        waiting.add(change);
      } else {
        tellStuck(change);
      }
    }
    plan.added().forEach(this::begin);
    handOverInTurn(waiting);
    handOverLate(waiting);
  }

  private void remove(Slot slot) {
    lineup.remove(slot);
    departures.begin(slot);
  }

  /** Whoever has left is followed first. */
  private void handOverInTurn(List<Change> waiting) {
    while (waitsFor(waiting, deadline)) {
      handOverReady(waiting);
      if (!waiting.isEmpty()) {
        waiting.get(0).slot().glance(Slot.GLANCE, deadline);
      }
    }
  }

  private static boolean waitsFor(List<Change> waiting, Deadline deadline) {
    return !waiting.isEmpty() && !deadline.hasCome() && !Thread.currentThread().isInterrupted();
  }

  private void handOverReady(List<Change> waiting) {
    List<Change> ready = waiting.stream().filter(change -> change.slot().hasLeft()).toList();
    ready.forEach(this::handOver);
    waiting.removeAll(ready);
  }

  /** Makes those leave whose time is over, all of them at once. */
  private void handOverLate(List<Change> waiting) {
    handOverReady(waiting);
    Deadline last = deadline.followedBy(LAST_MOMENTS);
    while (waitsFor(waiting, last)) {
      waiting.forEach(change -> change.slot().endpoint().interrupt());
      waiting.get(0).slot().glance(BETWEEN_INTERRUPTS, last);
      handOverReady(waiting);
    }
    handOverReady(waiting);
    if (!last.isCalledOff()) {
      waiting.forEach(this::tellStuck);
    }
  }

  private void tellStuck(Change change) {
    tellStandsStill(change.slot(), "what it was doing last doesn't end");
  }

  private void tellStandsStill(Slot slot, String why) {
    slot.block("it stands still: " + why);
    applied.tellStandsStill(slot.name(), why);
  }

  private void handOver(Change change) {
    Slot slot = change.slot();
    EndpointConfig next = change.next();
    List<String> keys = ConfigKeys.OF_ENDPOINT.differing(slot.config(), next);
    // It has ended; its threads that send end with it.
    slot.endpoint().awaitEnd(Duration.ZERO);
    try {
      start(slot, preparation.build(next));
    } catch (RuntimeException | Error e) {
      tellStandsStill(slot, Preparation.reason(e));
      return;
    }
    slot.occupy(next);
    preparation.spend(next);
    applied.tellChanged(slot, keys);
  }

  private void start(Slot slot, Endpoint successor) {
    Endpoint predecessor = slot.endpoint();
    try {
      slot.put(successor);
      // Before it starts: whatever is appended from now on wakes it.
      lineup.publish();
      successor.start();
    } catch (RuntimeException | Error e) {
      slot.putBack(predecessor);
      lineup.publish();
      throw e;
    }
  }

  private void begin(EndpointConfig config) {
    Slot slot;
    try {
      slot = new Slot(config, preparation.build(config));
      start(slot);
    } catch (RuntimeException | Error e) {
      applied.tellNotAdded(config.name(), Preparation.reason(e));
      return;
    }
    preparation.spend(config);
    applied.tellAdded(slot);
  }

  private void start(Slot slot) {
    try {
      lineup.add(slot);
      lineup.publish();
      slot.endpoint().start();
    } catch (RuntimeException | Error e) {
      lineup.remove(slot);
      throw e;
    }
  }
}
