package dev.registrynotifications.demo;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for the end of another process.
 *
 * @param future done when the process has ended
 */
record ProcessEnd(CompletableFuture<?> future) {

  /** Waits that long, or until it has ended. */
  boolean comesWithin(Duration time) throws InterruptedException {
    try {
      future.get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new DemoException("Could not watch the registry's process", e);
    }
  }
}
