package dev.registrynotifications.metrics;

import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.ReplayStart;
import java.util.List;

/** What the MBean of an endpoint can cause. For any thread; nothing waits for the endpoint. */
public interface EndpointOperations {

  /**
   * Begins to send again what the journal still has.
   *
   * @throws IllegalStateException if it can't; the message is for operators
   */
  void replay(ReplayStart start);

  /** Goes on with an endpoint that was paused. */
  void resume();

  int countDeadLetters();

  /** The oldest dead letters, so many at the most. */
  List<DeadLetter> listDeadLetters(int most);

  /** Sends one dead letter again. Returns whether there is one of that sequence. */
  boolean redrive(long sequence);

  /** Sends all dead letters again, and returns how many there are. */
  int redriveAll();

  /** Throws all dead letters away, and returns how many there were. */
  int purge();
}
