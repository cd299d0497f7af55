package dev.registrynotifications.metrics;

import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.ReplayStart;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What the MBean of an endpoint can cause. For any thread; nothing waits for the endpoint, where
 * nothing else is said.
 */
public interface EndpointOperations {

  /**
   * Begins to send again what the journal still has.
   *
   * @throws IllegalStateException if it can't; the message is for operators
   */
  void replay(ReplayStart start);

  /** Ends a replay. Returns whether there was one. */
  boolean cancelReplay();

  /** Sends nothing more until it is resumed. */
  void pause();

  /** Goes on with an endpoint that was paused. */
  void resume();

  /** Makes the next attempt now, whatever is being waited for. */
  void retryNow();

  /** Sends one event that says that nothing has happened, and waits for how that ends. */
  Attempt ping();

  /**
   * Has a dead letter made of the oldest event that is pending.
   *
   * @return waits for what the endpoint is doing, but not for long, and gives its sequence; that of
   *     the first if it failed together with others. Throws an {@link IllegalStateException} if
   *     there is none, or it is under way; the message is for operators
   */
  LongSupplier orderSkip();

  /** The same, and waits for it. */
  default long skip() {
    return orderSkip().getAsLong();
  }

  int countDeadLetters();

  /** The dead letter of that sequence, if there is one. */
  Optional<DeadLetter> findDeadLetter(long sequence);

  /** The oldest dead letters, so many at the most. */
  List<DeadLetter> listDeadLetters(int most);

  /** Sends one dead letter again. Returns whether there is one of that sequence. */
  boolean redrive(long sequence);

  /** Sends all dead letters again, and returns how many there are. */
  int redriveAll();

  /** Throws all dead letters away, and returns how many there were. */
  int purge();
}
