package dev.registrynotifications.endpoint.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.RetryConfig;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Answered;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Failed;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Garbled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a batch that fails again and again, by answer and by what others do. */
class RetryRulesTest {

  private static final Duration BACKOFF = Duration.ofSeconds(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final RetryConfig CONFIG = config(3, Optional.empty(), Optional.empty());

  /** Others succeed between any two attempts, or never do. */
  private enum Others {
    SUCCEED,
    FAIL
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 206, 226, 299, 300, 304, 305, 306, 399})
  void takesAnAnswerForADelivery(int status) {
    assertThat(judge(CONFIG, single(), new Answered(status))).isEqualTo(new Verdict.Delivered());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413, 415, 422})
  void givesUpWhatIsRejectedThreeTimesWhateverOthersDo(int status) {
    for (Others others : Others.values()) {
      List<Verdict> verdicts = tryAgainAndAgain(CONFIG, new Answered(status), others, BACKOFF, 10);

      assertThat(verdicts).hasSize(3);
      assertThat(last(verdicts))
          .isEqualTo(
              new Verdict.GivenUp(
                  3, status, "it answered " + status + ", at the last of 3 attempts"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        301, 302, 303, 307, 308, 401, 402, 403, 404, 405, 408, 418, 425, 451, 500, 501, 502, 503,
        504, 599
      })
  void givesUpWhatFailsWhileOthersSucceed(int status) {
    List<Verdict> verdicts =
        tryAgainAndAgain(CONFIG, new Answered(status), Others.SUCCEED, BACKOFF, 10);

    assertThat(verdicts).hasSize(3);
    assertThat(last(verdicts)).isInstanceOf(Verdict.GivenUp.class);
  }

  @Test
  void givesUpWhatGetsNoAnswerOrAGarbledOneWhileOthersSucceed() {
    for (DeliveryResult failure : List.of(new Failed("reset"), new Garbled("SSH"))) {
      List<Verdict> verdicts = tryAgainAndAgain(CONFIG, failure, Others.SUCCEED, BACKOFF, 10);

      assertThat(verdicts).hasSize(3);
      assertThat(last(verdicts)).isInstanceOf(Verdict.GivenUp.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 303, 401, 403, 404, 408, 410, 425, 429, 500, 503})
  void neverGivesUpWhileEverythingFails(int status) {
    List<Verdict> verdicts =
        tryAgainAndAgain(CONFIG, new Answered(status), Others.FAIL, BACKOFF, 500);

    assertThat(verdicts).hasSize(500).allMatch(Verdict.Later.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(ints = {410, 429})
  void neverGivesUpBecauseTheEndpointAsksForPatienceOrHasGone(int status) {
    List<Verdict> verdicts =
        tryAgainAndAgain(CONFIG, new Answered(status), Others.SUCCEED, BACKOFF, 500);

    assertThat(verdicts).hasSize(500).allMatch(Verdict.Later.class::isInstance);
  }

  @Test
  void neverGivesUpBecauseTheEndpointSaysWhenToComeAgain() {
    DeliveryResult answer = new Answered(503, Optional.of(Duration.ofSeconds(2)), "");

    List<Verdict> verdicts = tryAgainAndAgain(CONFIG, answer, Others.SUCCEED, BACKOFF, 500);

    assertThat(verdicts).hasSize(500).allMatch(Verdict.Later.class::isInstance);
  }

  @Test
  void doesNotCountFailuresThatFollowEachOtherAtOnce() {
    Duration apart = Duration.ofMillis(100);

    List<Verdict> verdicts =
        tryAgainAndAgain(CONFIG, new Answered(500), Others.SUCCEED, apart, 100);

    // At 0, 1 and 2 seconds: the 1st, 11th and 21st attempt.
    assertThat(verdicts).hasSize(21);
  }

  @Test
  void doesNotCountTheTimeThatAnAttemptTakesAsTimeBetweenAttempts() {
    RetryRules rules = new RetryRules(CONFIG);
    Batch batch = single();
    int attempts = 0;
    Verdict verdict = new Verdict.Delivered();
    while (attempts < 20 && !(verdict instanceof Verdict.GivenUp)) {
      Duration begun = BACKOFF.multipliedBy(attempts);
      Duration end = begun.plus(BACKOFF).minusMillis(1);
      verdict =
          rules.judge(sentAt(batch, begun), new Failed("no answer"), attempts, end, Instant.EPOCH);
      batch = verdict instanceof Verdict.Later later ? batch.after(later.attempts()) : batch;
      attempts++;
    }

    // The 1st, and then every second one: the one in between begins too soon.
    assertThat(attempts).isEqualTo(5);
  }

  @Test
  void needsTwoFailuresAtLeastToSeeThatOthersSucceed() {
    RetryConfig hasty = config(1, Optional.empty(), Optional.empty());

    assertThat(tryAgainAndAgain(hasty, new Answered(500), Others.SUCCEED, BACKOFF, 10)).hasSize(2);
    assertThat(tryAgainAndAgain(hasty, new Answered(422), Others.SUCCEED, BACKOFF, 10)).hasSize(1);
  }

  @Test
  void givesUpAfterTheAttemptsItIsAllowed() {
    RetryConfig impatient = config(3, Optional.of(5), Optional.empty());

    List<Verdict> verdicts =
        tryAgainAndAgain(impatient, new Failed("refused"), Others.FAIL, BACKOFF, 10);

    assertThat(verdicts).hasSize(5);
    assertThat(last(verdicts))
        .isEqualTo(new Verdict.GivenUp(5, 0, "refused, at the last of 5 attempts"));
  }

  @Test
  void givesUpWhatIsTooOldAtItsFirstFailure() {
    RetryConfig impatient = config(3, Optional.empty(), Optional.of(DAY));
    RetryRules rules = new RetryRules(impatient);
    DeliveryResult failure = new Failed("refused");

    Verdict before =
        rules.judge(single(), failure, 0, Duration.ZERO, Instant.EPOCH.plus(DAY).minusMillis(1));
    Verdict after = rules.judge(single(), failure, 0, Duration.ZERO, Instant.EPOCH.plus(DAY));

    assertThat(before).isInstanceOf(Verdict.Later.class);
    assertThat(after)
        .isEqualTo(
            new Verdict.GivenUp(1, 0, "refused, at the last of 1 attempts, and it is too old"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413, 415, 422})
  void splitsABatchAtItsFirstRejection(int status) {
    assertThat(judge(CONFIG, batchOfTwo(), new Answered(status))).isEqualTo(new Verdict.Split());
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 404, 429, 500, 503})
  void keepsABatchTogetherWhileEverythingFails(int status) {
    Batch batch = batchOfTwo();
    RetryRules rules = new RetryRules(CONFIG);
    for (int i = 0; i < 100; i++) {
      Verdict verdict =
          rules.judge(
              sentAt(batch, BACKOFF.multipliedBy(i)),
              new Answered(status),
              0,
              BACKOFF.multipliedBy(i),
              Instant.EPOCH);
      batch = batch.after(((Verdict.Later) verdict).attempts());
    }
  }

  @Test
  void splitsABatchThatMayNotBeTriedAgainIfOthersSucceed() {
    RetryRules rules = new RetryRules(config(3, Optional.of(2), Optional.empty()));
    Verdict.Later first =
        (Verdict.Later)
            rules.judge(batchOfTwo(), new Answered(500), 7, Duration.ZERO, Instant.EPOCH);
    Batch batch = batchOfTwo().after(first.attempts());

    assertThat(rules.judge(batch, new Answered(500), 8, Duration.ZERO, Instant.EPOCH))
        .isEqualTo(new Verdict.Split());
    assertThat(rules.judge(batch, new Answered(500), 7, Duration.ZERO, Instant.EPOCH))
        .isInstanceOf(Verdict.GivenUp.class);
  }

  @Test
  void splitsABatchThatFailsWhileOthersSucceed() {
    Batch batch = batchOfTwo();
    RetryRules rules = new RetryRules(CONFIG);
    Verdict verdict = new Verdict.Delivered();
    for (int i = 0; i < 3; i++) {
      verdict =
          rules.judge(
              sentAt(batch, BACKOFF.multipliedBy(i)),
              new Answered(500),
              i,
              BACKOFF.multipliedBy(i),
              Instant.EPOCH);
      batch = verdict instanceof Verdict.Later later ? batch.after(later.attempts()) : batch;
    }

    assertThat(verdict).isEqualTo(new Verdict.Split());
  }

  @ParameterizedTest
  @ValueSource(ints = {410, 429})
  void leavesAnEndpointThatAsksForPatienceAloneForTheWholeBackoff(int status) {
    assertThat(judge(CONFIG, single(), new Answered(status)))
        .extracting(verdict -> ((Verdict.Later) verdict).pause())
        .isEqualTo(BACKOFF);
  }

  @Test
  void restsLongerAndLongerUpToTheBackoff() {
    List<Verdict> verdicts =
        tryAgainAndAgain(CONFIG, new Failed("refused"), Others.FAIL, BACKOFF, 10);

    assertThat(verdicts)
        .extracting(verdict -> ((Verdict.Later) verdict).pause().toMillis())
        .containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 640L, 1000L, 1000L, 1000L);
  }

  private static Verdict judge(RetryConfig config, Batch batch, DeliveryResult result) {
    return new RetryRules(config).judge(batch, result, 0, Duration.ZERO, Instant.EPOCH);
  }

  private static List<Verdict> tryAgainAndAgain(
      RetryConfig config, DeliveryResult result, Others others, Duration apart, int most) {
    RetryRules rules = new RetryRules(config);
    List<Verdict> verdicts = new ArrayList<>();
    Batch batch = single();
    for (int i = 0; i < most && batch != null; i++) {
      long successes = others == Others.SUCCEED ? i : 0;
      Verdict verdict =
          rules.judge(
              sentAt(batch, apart.multipliedBy(i)),
              result,
              successes,
              apart.multipliedBy(i),
              Instant.EPOCH);
      verdicts.add(verdict);
      batch = verdict instanceof Verdict.Later later ? batch.after(later.attempts()) : null;
    }
    return verdicts;
  }

  private static Verdict last(List<Verdict> verdicts) {
    return verdicts.get(verdicts.size() - 1);
  }

  private static Batch sentAt(Batch batch, Duration time) {
    return batch.sent(0, time);
  }

  private static Batch single() {
    return Batch.unsent(List.of(item(1)));
  }

  private static Batch batchOfTwo() {
    return Batch.unsent(List.of(item(1), item(2)));
  }

  private static Item item(long number) {
    return new Item(TestParcel.of(number, "a"), number, Duration.ZERO, false);
  }

  private static RetryConfig config(
      int rejectAfter, Optional<Integer> maxAttempts, Optional<Duration> giveUpAfter) {
    return new RetryConfig(
        10, BACKOFF, 2, Duration.ofMinutes(5), rejectAfter, maxAttempts, giveUpAfter);
  }
}
