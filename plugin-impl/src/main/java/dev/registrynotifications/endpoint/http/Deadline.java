package dev.registrynotifications.endpoint.http;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.jspecify.annotations.Nullable;

/** By when something must have happened. It is met or missed, whichever comes first. */
final class Deadline {

  private final Deadlines deadlines;
  private final long at;

  /** What is to be done if it is missed; null once it is met or missed. */
  @GuardedBy("this")
  private @Nullable Runnable missed;

  @GuardedBy("this")
  private boolean late;

  Deadline(Deadlines deadlines, long at, Runnable missed) {
    this.deadlines = deadlines;
    this.at = at;
    this.missed = missed;
  }

  /** When it is, in the ticker's nanoseconds. */
  long at() {
    return at;
  }

  /**
   * Says that it has happened. What is to be done otherwise isn't done from now on, nor kept.
   *
   * @return whether it was too late: then that is done already. The same each time
   */
  boolean end() {
    deadlines.remove(this);
    synchronized (this) {
      missed = null;
      return late;
    }
  }

  /** Under the lock, so that nothing is done when {@link #end} has returned. */
  synchronized void miss() {
    Runnable action = missed;
    if (action != null) {
      missed = null;
      late = true;
      action.run();
    }
  }
}
