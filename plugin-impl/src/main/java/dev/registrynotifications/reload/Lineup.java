package dev.registrynotifications.reload;

import dev.registrynotifications.broadcast.Broadcaster;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.metrics.JmxRegistrar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Lock;

/**
 * The slots of this moment: whose events are appended, and who has an MBean. Changed by one thread
 * at a time, read by any.
 */
final class Lineup {

  private final Broadcaster broadcaster;
  private final JmxRegistrar registrar;
  private final Lock operating;
  private final List<Slot> shown = new ArrayList<>();
  private volatile List<Slot> slots = List.of();

  /**
   * Nobody so far.
   *
   * @param operating held while an operator changes something
   */
  Lineup(Broadcaster broadcaster, JmxRegistrar registrar, Lock operating) {
    this.broadcaster = broadcaster;
    this.registrar = registrar;
    this.operating = operating;
  }

  List<Slot> slots() {
    return slots;
  }

  /** Takes in one more, for which nothing is appended before {@link #publish}. */
  void add(Slot slot) {
    List<Slot> more = new ArrayList<>(slots);
    more.add(slot);
    slots = List.copyOf(more);
  }

  /** Takes one out: nothing is appended for it any more. */
  void remove(Slot slot) {
    slots = slots.stream().filter(other -> other != slot).toList();
    publish();
  }

  /** Puts them in the order of the configuration. */
  void arrange(List<EndpointConfig> wanted) {
    List<String> order = wanted.stream().map(EndpointConfig::name).toList();
    slots =
        slots.stream()
            .sorted(Comparator.comparingInt((Slot slot) -> order.indexOf(slot.name())))
            .toList();
  }

  /** Has events appended for all of them from now on, and each of them woken. */
  void publish() {
    broadcaster.replaceEndpoints(slots.stream().map(Slot::endpoint).toList());
  }

  /**
   * Shows all of them to operators, whatever endpoint is there, and nobody else. Whoever listens to
   * the MBean server is told on this thread, and may operate one of them: not to be called while
   * operators are kept waiting.
   */
  void show() {
    List<Slot> current = slots;
    for (Slot gone : shown.stream().filter(slot -> !current.contains(slot)).toList()) {
      registrar.unregisterEndpoint(gone.name());
      shown.remove(gone);
    }
    for (Slot slot : current.stream().filter(slot -> !shown.contains(slot)).toList()) {
      show(slot);
      shown.add(slot);
    }
  }

  private void show(Slot slot) {
    registrar.registerEndpoint(
        slot.name(),
        () -> slot.endpoint().displayUrl(),
        slot.endpoint().stats(),
        new SlotOperations(slot, operating));
  }

  void clear() {
    slots = List.of();
  }
}
