package dev.registrynotifications.journal;

/**
 * Whom a cursor reads for: says which events are for it, and is told of those that were waiting and
 * of those that it will never get.
 *
 * <p>{@link #matches} is called on any thread and must always answer the same; the others are
 * called on a thread of the log or an appending one, outside of all locks.
 */
public interface Subscriber {

  /** Whether an event is for this subscriber. The log hands out no others. */
  boolean matches(EventKey key);

  /**
   * So many events were in the log for this subscriber when its cursor was opened. Called again
   * while they are counted.
   *
   * @param events how many were found so far
   * @param exact whether all of them are counted
   */
  void onBacklog(long events, boolean exact);

  /** So many events for this subscriber are gone before the cursor has read them. */
  void onDropped(long events);

  /**
   * An event of this subscriber was read that it had acknowledged before the cursor was opened; it
   * isn't given out once more. Called under a lock of the log: only to be counted.
   */
  default void onKnown() {}
}
