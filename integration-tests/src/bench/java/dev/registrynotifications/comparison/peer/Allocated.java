package dev.registrynotifications.comparison.peer;

import java.util.Map;

/**
 * How many bytes were allocated so far by whom, be it a thread or the whole process. What threads
 * have allocated that are gone isn't known any more.
 */
public record Allocated(Map<Long, Long> bytes) {

  public Allocated {
    bytes = Map.copyOf(bytes);
  }

  /** How much that has grown. */
  public long since(Allocated before) {
    return bytes.entrySet().stream()
        .mapToLong(entry -> entry.getValue() - before.bytes().getOrDefault(entry.getKey(), 0L))
        .sum();
  }
}
