package dev.registrynotifications.endpoint.lane;

import com.google.common.collect.Comparators;
import dev.registrynotifications.config.RetryConfig;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides what becomes of a batch after an attempt.
 *
 * <p>An event is given up when the endpoint says that the event is at fault, so often; or when it
 * fails again and again while others succeed. A failure among failures says nothing about the
 * event: then the endpoint is down, and everything waits for it.
 *
 * <p>Rejected: to count each failure of an event while others succeed. An endpoint that fails now
 * and then, by chance, would lose events which it takes at the next attempt.
 */
record RetryRules(RetryConfig config) {

  /** The pause after a batch's first failure; it doubles with each further one. */
  static final Duration FIRST_PAUSE = Duration.ofMillis(10);

  private static final int TOO_MANY_REQUESTS = 429;

  /** One failure can't have others succeeding in between. */
  private static final int FEWEST_STRIKES = 2;

  /**
   * Decides.
   *
   * @param successes how many batches have been delivered by now
   * @param now the time of the courier
   * @param instant the time of the world
   */
  Verdict judge(Batch batch, DeliveryResult result, long successes, Duration now, Instant instant) {
    if (result.isDelivered()) {
      return new Verdict.Delivered();
    }
    Attempts attempts = count(batch, result, successes, now);
    if (isAtFault(attempts, batch.isSingle())) {
      return batch.isSingle() ? givenUp(attempts, result, "") : new Verdict.Split();
    }
    if (config.maxAttempts().filter(most -> attempts.count() >= most).isPresent()) {
      boolean aliveWithoutIt = !batch.isSingle() && attempts.othersSucceed(successes);
      return aliveWithoutIt ? new Verdict.Split() : givenUp(attempts, result, "");
    }
    if (config.giveUpAfter().filter(age -> batch.isOlderThan(age, instant)).isPresent()) {
      return givenUp(attempts, result, ", and it is too old");
    }
    return new Verdict.Later(attempts, pause(attempts, result, successes));
  }

  /** Who asks for patience again and again, while others succeed, is one lane's matter. */
  private Duration pause(Attempts attempts, DeliveryResult result, long successes) {
    if (!isExcuse(result)) {
      return hotPause(attempts.sinceStrike(), config.backoff());
    }
    Duration asked =
        attempts.othersSucceed(successes)
            ? retryAfter(result).orElse(Duration.ZERO)
            : Duration.ZERO;
    return Comparators.max(Comparators.min(asked, config.maxBackoff()), config.backoff());
  }

  private static Optional<Duration> retryAfter(DeliveryResult result) {
    return result instanceof Answered answered ? answered.retryAfter() : Optional.empty();
  }

  private Attempts count(Batch batch, DeliveryResult result, long successes, Duration now) {
    Attempts before = batch.attempts();
    if (isRejection(result)) {
      return before.rejected(successes);
    }
    return isExcuse(result)
        ? before.excused(successes)
        : before.failed(batch.begun(), now, successes, config.backoff());
  }

  /** A batch is at fault at its first rejection: one of its events is, and which must be seen. */
  private boolean isAtFault(Attempts attempts, boolean single) {
    int rejections = single ? config.rejectAfter() : 1;
    return attempts.rejections() >= rejections
        || attempts.strikes() >= Math.max(FEWEST_STRIKES, config.rejectAfter());
  }

  private static boolean isRejection(DeliveryResult result) {
    return result instanceof Answered answered && answered.isRejection();
  }

  /** Whether the endpoint asks for patience, or has gone: no matter of what it was sent. */
  private static boolean isExcuse(DeliveryResult result) {
    return result instanceof Answered answered
        && (answered.status() == TOO_MANY_REQUESTS
            || answered.retryAfter().isPresent()
            || answered.isGone());
  }

  private static Verdict givenUp(Attempts attempts, DeliveryResult result, String more) {
    int status = result instanceof Answered answered ? answered.status() : 0;
    String reason = result + ", at the last of " + attempts.count() + " attempts" + more;
    return new Verdict.GivenUp(attempts.count(), status, reason);
  }

  /** Short pauses at first, doubling up to a longest one. */
  static Duration hotPause(int failures, Duration longest) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 30));
    return Comparators.min(pause, longest);
  }
}
