package dev.registrynotifications.endpoint;

import java.util.concurrent.Semaphore;

/**
 * Lets one thread wait until there is something to do, without missing a call that came just
 * before. Any number of calls in between wake it once.
 */
final class WakeUp {

  private final Semaphore calls = new Semaphore(0);

  void call() {
    if (calls.availablePermits() == 0) {
      calls.release();
    }
  }

  void await() throws InterruptedException {
    calls.acquire();
    calls.drainPermits();
  }
}
