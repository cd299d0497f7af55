package dev.registrynotifications.host;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets the main thread stop the host in order, while the JVM waits to end. */
final class StopSignal {

  private static final Duration TO_FINISH = Duration.ofMinutes(2);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);

  /** A signal that is given when the process is told to end. */
  static StopSignal ofProcess() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(signal::stopAndWait, "stop"));
    return signal;
  }

  /** Waits until the host shall stop. */
  void await() {
    try {
      asked.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that it shall stop. */
  void give() {
    asked.countDown();
  }

  /** Says that it has stopped. */
  void finish() {
    finished.countDown();
  }

  private void stopAndWait() {
    give();
    try {
      // If it takes longer, the process ends all the same: nothing is lost by that.
      boolean inTime = finished.await(TO_FINISH.toMillis(), TimeUnit.MILLISECONDS);
      if (!inTime) {
        System.err.println("registry-host: Could not stop in " + TO_FINISH.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
