package dev.registrynotifications.comparison.host;

import java.util.concurrent.locks.LockSupport;

/** When the next request is to be sent. */
@FunctionalInterface
interface Pace {

  /** One after the other. */
  Pace CLOSED = number -> System.nanoTime();

  /**
   * Waits until a request is to be sent.
   *
   * @return when it should have been sent, which may be some time ago
   */
  long await(long number);

  /** So many a second, whether the last ones are answered or not. */
  static Pace open(double perSecond) {
    long begin = System.nanoTime();
    double interval = 1e9 / perSecond;
    return number -> {
      long intended = begin + Math.round(number * interval);
      for (long rest = intended - System.nanoTime(); rest > 0; ) {
        LockSupport.parkNanos(rest);
        rest = intended - System.nanoTime();
      }
      return intended;
    };
  }
}
