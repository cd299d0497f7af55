package dev.registrynotifications.endpoint;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits in real time, and ends waits that a stop may end. */
final class StopLatch implements Delayer {

  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);

  /** The endpoint is to stop. */
  void stop() {
    stop.countDown();
  }

  @Override
  public void delay(Duration duration) throws InterruptedException {
    boolean unused = never.await(duration.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public boolean delayUnlessStopping(Duration duration) throws InterruptedException {
    return !stop.await(duration.toNanos(), TimeUnit.NANOSECONDS);
  }
}
