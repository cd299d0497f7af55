package dev.registrynotifications.journal;

import java.util.function.Consumer;

/**
 * The queue between the registry and its endpoints: one log of events, read through a named cursor
 * per endpoint. An append costs the same for one endpoint or sixteen; rejected was a queue for each
 * endpoint, which stores every event as often as there are endpoints.
 *
 * <p>Each event is given to each cursor at least once, in the order of its sequence. Safe for use
 * by several threads.
 */
public interface EventLog extends AutoCloseable {

  /**
   * A log in memory: what isn't acknowledged when the process ends is lost. Beyond the bound the
   * oldest events are dropped.
   *
   * @param maxBytes how much heap the events may take, their bookkeeping included
   */
  static EventLog inMemory(long maxBytes) {
    return new MemoryEventLog(maxBytes);
  }

  /**
   * Appends an event. It neither waits for a reader nor for the network.
   *
   * @param payload the encoded event, which the caller must no longer change
   * @return its sequence, higher than that of every event before
   * @throws IllegalStateException if the log is closed
   */
  long append(EventKey key, byte[] payload);

  /**
   * Opens the cursor of that name: where it was left, or, if the name is new, at the end.
   *
   * @param onDropped told of each event that this cursor hasn't read and never will, because the
   *     log ran over its bounds, also while the cursor is closed; called on an appending thread,
   *     outside of all locks
   * @throws IllegalStateException if the log is closed or that cursor is open already
   */
  Cursor cursor(String name, Consumer<EventKey> onDropped);

  /** What the log holds at this moment. */
  LogStatus status();

  /** Closes the log and its cursors. What is appended afterwards is refused. */
  @Override
  void close();
}
