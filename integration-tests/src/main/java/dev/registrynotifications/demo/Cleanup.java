package dev.registrynotifications.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is to be closed at the end, the last opened first. Runs as a shutdown hook, because Ctrl-C
 * ends the demonstration at any step; what is added after that is closed at once.
 */
final class Cleanup implements Runnable {

  private final Deque<Runnable> open = new ArrayDeque<>();
  private volatile boolean over;

  synchronized void add(Runnable close) {
    if (over) {
      close.run();
    } else {
      open.push(close);
    }
  }

  /** Whether it has been run, or is running. */
  boolean isOver() {
    return over;
  }

  /** Goes on with the rest when one can't be closed. */
  @Override
  public synchronized void run() {
    over = true;
    Runnable next = open.poll();
    if (next == null) {
      return;
    }
    try {
      next.run();
    } finally {
      run();
    }
  }
}
