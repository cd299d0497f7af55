package dev.registrynotifications.journal;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The events that were given up for one endpoint, until they are delivered after all or thrown
 * away. Bounded: the oldest ones go first, which is logged. Safe for use by several threads.
 *
 * <p>Each call that changes something throws {@link UncheckedIOException} if the change can't be
 * kept; nothing has changed then.
 */
public interface DeadLetters extends AutoCloseable {

  /** Keeps a letter; one with the same sequence is replaced. It is kept for good on return. */
  void add(DeadLetter letter);

  /** The letters in the order in which they were added, oldest first, so many at the most. */
  List<DeadLetter> list(int most);

  /** The letter of that sequence, if there is one. */
  Optional<DeadLetter> find(long sequence);

  /** The sequences of all letters, in ascending order. */
  List<Long> sequences();

  /** How many there are. */
  int count();

  /** Forgets the letter of that sequence, if there is one. */
  void remove(long sequence);

  /** Forgets all of them, and returns how many there were. */
  int purge();

  @Override
  void close();
}
