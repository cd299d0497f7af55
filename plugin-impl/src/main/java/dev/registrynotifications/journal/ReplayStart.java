package dev.registrynotifications.journal;

import java.time.Instant;

/** Where a replay begins. */
public sealed interface ReplayStart {

  /**
   * With the first event of that sequence or a later one.
   *
   * @param sequence the sequence
   */
  record AtSequence(long sequence) implements ReplayStart {
    @Override
    public String toString() {
      return "from sequence " + sequence + " on";
    }
  }

  /**
   * With the first event that was appended then or later.
   *
   * @param time the time, by the clock of the node that appended
   */
  record Since(Instant time) implements ReplayStart {
    @Override
    public String toString() {
      return "since " + time;
    }
  }
}
