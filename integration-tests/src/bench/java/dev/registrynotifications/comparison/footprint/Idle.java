package dev.registrynotifications.comparison.footprint;

import dev.registrynotifications.comparison.footprint.ThreadWakeUps.WakeUps;
import java.util.List;

/**
 * What a registry takes that has nothing to do.
 *
 * @param startMillis how long it took until it listened
 * @param threads how many it has
 * @param heap what is left on the heap when the garbage is gone, in MiB
 * @param wakeUps of each of its threads
 */
record Idle(double startMillis, double threads, double heap, List<WakeUps> wakeUps) {

  double allWakeUps() {
    return wakeUps.stream().mapToDouble(WakeUps::perSecond).sum();
  }

  /** Of the thread of that kind that wakes most often. */
  double mostWakeUps(String kind) {
    return wakeUps.stream()
        .filter(thread -> thread.kind().equals(kind))
        .mapToDouble(WakeUps::perSecond)
        .max()
        .orElse(0);
  }

  boolean has(String kind) {
    return wakeUps.stream().anyMatch(thread -> thread.kind().equals(kind));
  }
}
