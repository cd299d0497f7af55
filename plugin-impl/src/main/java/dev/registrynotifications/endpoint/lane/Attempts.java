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
 * @param successesAtFirst how many batches had been delivered when it failed first
 * @param sinceStrike how often it failed since, that one included
 */
record Attempts(
    int count,
    int rejections,
    int strikes,
    Duration lastStrike,
    long successesThen,
    long successesAtFirst,
    int sinceStrike) {

  static final Attempts NONE = new Attempts(0, 0, 0, Duration.ZERO, 0, 0, 0);

  /** Whether others have succeeded since it failed first. */
  boolean othersSucceed(long successes) {
    return count > 0 && successes > successesAtFirst;
  }

  Attempts rejected(long successes) {
    return noted(rejections + 1, successes);
  }

  /** It failed, and it is known whose fault that is: not its own. */
  Attempts excused(long successes) {
    return noted(rejections, successes);
  }

  private Attempts noted(int newRejections, long successes) {
    return new Attempts(
        count + 1,
        newRejections,
        strikes,
        lastStrike,
        successesThen,
        first(successes),
        sinceStrike + 1);
  }

  private long first(long successes) {
    return count == 0 ? successes : successesAtFirst;
  }

  /**
   * It failed. That is a strike against it if others succeeded since the last one, and some time
   * had passed before it was tried: a receiver that stumbles for a moment fails with whatever it is
   * sent.
   *
   * @param begun when it was tried
   * @param now when it failed
   * @param successes how many batches have been delivered by now
   * @param apart how far apart strikes must be
   */
  Attempts failed(Duration begun, Duration now, long successes, Duration apart) {
    boolean othersSucceeded = successes > successesThen;
    boolean later = begun.minus(lastStrike).compareTo(apart) >= 0;
    return strikes == 0 || (othersSucceeded && later)
        ? new Attempts(count + 1, rejections, strikes + 1, now, successes, first(successes), 1)
        : excused(successes);
  }
}
