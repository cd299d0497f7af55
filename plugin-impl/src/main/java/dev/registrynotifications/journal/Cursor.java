package dev.registrynotifications.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * One subscriber's place in the log. Events are read in order and acknowledged in any order; what
 * was read and not acknowledged is read again after the cursor was closed and opened again.
 *
 * <p>{@link #next}, {@link #isFull} and {@link #close} are for one thread at a time; the others are
 * for any.
 */
public interface Cursor extends AutoCloseable {

  /** How many sequences may be read beyond the oldest event that isn't acknowledged. */
  int WINDOW = 4096;

  /**
   * The next event that is for the subscriber, without waiting: empty at the end of the log, and
   * while the oldest event that isn't acknowledged lies a whole {@link #WINDOW} back.
   */
  Optional<LoggedEvent> next();

  /**
   * Whether the last {@link #next} was empty for want of an acknowledgement: the oldest event that
   * isn't acknowledged lies a whole {@link #WINDOW} back.
   */
  boolean isFull();

  /**
   * When the oldest event was appended that was given out and isn't acknowledged; empty if there is
   * none.
   */
  Optional<Instant> oldestTaken();

  /**
   * Says that the event of that sequence needn't be read again. Saying it twice does no harm.
   *
   * @throws IllegalArgumentException if the cursor hasn't read that far
   */
  void ack(long sequence);

  /** Says the same; a crash before the next {@link #commit} may undo it. */
  default void ackLater(long sequence) {
    ack(sequence);
  }

  /** Makes what was said to {@link #ackLater} as safe as if {@link #ack} had been told. */
  default void commit() {}

  /**
   * Whether nothing will come any more and all is acknowledged: only a replay ends, a live cursor
   * never does.
   */
  boolean isFinished();

  /** Has a replay end with what was given out so far. For a replay's cursor alone. */
  default void cutOff() {
    throw new UnsupportedOperationException("only a replay can be cut off");
  }

  /** Leaves the cursor where it is. */
  @Override
  void close();
}
