package dev.registrynotifications.endpoint.lane;

import java.time.Duration;

/**
 * What was tried with one batch so far, in vain.
 *
 * @param count how often it was sent
 * @param rejections how often the answer was that the fault is in what was sent
 * @param strikes how often it failed otherwise, with other lanes succeeding in between
 * @param lastStrike when it did so last
 * @param successesThen how many batches had been delivered at that time
 */
record Attempts(int count, int rejections, int strikes, Duration lastStrike, long successesThen) {

  static final Attempts NONE = new Attempts(0, 0, 0, Duration.ZERO, 0);

  Attempts rejected() {
    return new Attempts(count + 1, rejections + 1, strikes, lastStrike, successesThen);
  }

  /** It failed, and it is known whose fault that is: not its own. */
  Attempts excused() {
    return new Attempts(count + 1, rejections, strikes, lastStrike, successesThen);
  }

  /**
   * It failed. That is a strike against it if others succeeded since the last one, and some time
   * has passed: a receiver that stumbles for a moment fails with whatever it is sent.
   *
   * @param successes how many batches have been delivered by now
   * @param apart how far apart strikes must be
   */
  Attempts failed(Duration now, long successes, Duration apart) {
    boolean othersSucceeded = successes > successesThen;
    boolean later = now.minus(lastStrike).compareTo(apart) >= 0;
    return strikes == 0 || (othersSucceeded && later)
        ? new Attempts(count + 1, rejections, strikes + 1, now, successes)
        : excused();
  }
}
