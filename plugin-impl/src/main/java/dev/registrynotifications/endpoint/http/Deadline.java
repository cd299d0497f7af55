package dev.registrynotifications.endpoint.http;

import org.jspecify.annotations.Nullable;

/** By when something must have happened. For any thread; waits for none. */
final class Deadline {

  private final Deadlines deadlines;
  private final long at;
  private volatile @Nullable Runnable missed;

  Deadline(Deadlines deadlines, long at, Runnable missed) {
    this.deadlines = deadlines;
    this.at = at;
    this.missed = missed;
  }

  /** When it is, in the ticker's nanoseconds. */
  long at() {
    return at;
  }

  /** Says that it has happened. What is to be done otherwise may just be done at the same time. */
  void end() {
    deadlines.remove(this);
    missed = null;
  }

  /** Does what is to be done if it hasn't. */
  void miss() {
    Runnable action = missed;
    missed = null;
    if (action != null) {
      action.run();
    }
  }
}
