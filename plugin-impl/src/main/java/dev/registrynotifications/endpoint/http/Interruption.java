package dev.registrynotifications.endpoint.http;

import com.google.errorprone.annotations.concurrent.GuardedBy;

/**
 * Interrupts the thread that made it, at the most once, and never when that has said that it is
 * over: the thread does other things then.
 */
final class Interruption {

  private final Thread thread = Thread.currentThread();

  @GuardedBy("this")
  private boolean struck;

  @GuardedBy("this")
  private boolean over;

  /** Interrupts it, unless it is over. For any thread. */
  synchronized void strike() {
    if (!over) {
      struck = true;
      thread.interrupt();
    }
  }

  /** From now on it doesn't strike. Returns whether it has. */
  synchronized boolean end() {
    over = true;
    return struck;
  }
}
