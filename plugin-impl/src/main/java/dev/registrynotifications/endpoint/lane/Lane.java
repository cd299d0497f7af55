package dev.registrynotifications.endpoint.lane;

import java.util.ArrayDeque;

/** What waits of one repository. Guarded by the courier. */
final class Lane {

  private final ArrayDeque<Item> items = new ArrayDeque<>();
  private long bytes;
  private boolean held;

  void add(Item item) {
    items.add(item);
    bytes += item.bytes();
  }

  void putBack(Item item) {
    items.addFirst(item);
    bytes += item.bytes();
  }

  Item head() {
    return items.element();
  }

  Item take() {
    bytes -= items.element().bytes();
    return items.remove();
  }

  int size() {
    return items.size();
  }

  long bytes() {
    return bytes;
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /** Keeps what waits from being sent while something of this repository is under way. */
  void hold(boolean newHeld) {
    held = newHeld;
  }

  boolean isHeld() {
    return held;
  }

  /** The number of its head, by which lanes take their turns. */
  long turn() {
    return head().number();
  }
}
