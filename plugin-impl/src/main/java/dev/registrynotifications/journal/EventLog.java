package dev.registrynotifications.journal;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * The queue between the registry and its endpoints: one log of events, read through a named cursor
 * per endpoint. An append costs the same for one endpoint or sixteen; rejected was a queue for each
 * endpoint, which stores every event as often as there are endpoints.
 *
 * <p>Each event is given to each cursor that it matches at least once, in the order of its
 * sequence. Safe for use by several threads.
 */
public interface EventLog extends AutoCloseable {

  /**
   * A log in memory: what isn't acknowledged when the process ends is lost. Beyond the bound the
   * oldest events are dropped.
   *
   * @param maxBytes how much heap the events may take, their bookkeeping included
   * @param clock tells when an event was appended
   */
  static EventLog inMemory(long maxBytes, InstantSource clock) {
    return new MemoryEventLog(maxBytes, clock);
  }

  /**
   * Appends an event. It waits neither for a reader nor for the network.
   *
   * @param payload the encoded event, which the caller must no longer change
   * @return its sequence, higher than that of every event before
   * @throws LogFullException if the log can't be written at the moment, and can't hold any more in
   *     memory until it can
   * @throws IllegalStateException if the log is closed
   */
  long append(EventKey key, byte[] payload);

  /**
   * Opens the cursor of that name where it was left.
   *
   * @param start where it begins if the name is new
   * @throws IllegalStateException if the log is closed or that cursor is open already
   */
  Cursor cursor(String name, StartFrom start, Subscriber subscriber);

  /**
   * Says which cursors are in use. The others hold nothing back any longer; they are remembered for
   * a while, in case they come back.
   */
  void retain(Set<String> names);

  /**
   * Begins to read again what the log still has, up to the newest event of this moment, beside the
   * cursor of the same name. It isn't told of a backlog. An unfinished replay is remembered, see
   * {@link #unfinishedReplay}.
   *
   * @throws IllegalStateException if there is an unfinished one, if nothing is left to replay, or
   *     if this log keeps nothing for it; the message is for operators
   */
  Cursor replay(String name, ReplayStart start, Subscriber subscriber);

  /** Goes on with a replay that was closed, or cut short by the process's end, if there is one. */
  Optional<Cursor> unfinishedReplay(String name, Subscriber subscriber);

  /**
   * Opens what was given up for the cursor of that name.
   *
   * @throws java.io.UncheckedIOException if it can't be read; the message is for operators
   */
  DeadLetters deadLetters(String name);

  /** Whether what isn't acknowledged is still there when the process has ended. */
  boolean survivesStop();

  /** Tells it of trouble from now on. A log that has none tells nothing. */
  default void listen(LogListener listener) {}

  /** What the log holds at this moment. */
  LogStatus status();

  /** Closes the log and its cursors. What is appended afterwards is refused. */
  @Override
  void close();
}
