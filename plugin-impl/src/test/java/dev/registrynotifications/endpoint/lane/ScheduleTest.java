package dev.registrynotifications.endpoint.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.BatchConfig;
import dev.registrynotifications.config.RetryConfig;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes when: a parcel 3a is the third that came in, of repository a. */
class ScheduleTest {

  private static final DeliveryResult OK = new Answered(200);
  private static final DeliveryResult UNAVAILABLE = new Answered(503);
  private static final DeliveryResult REJECTED = new Answered(422);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private Duration now = Duration.ofHours(1);

  @Test
  void sendsOneAfterTheOtherInTheirOrder() {
    Schedule schedule = single(1);
    add(schedule, "1a", "2b", "3a");

    assertThat(sendAll(schedule)).containsExactly("[1a]");
    assertThat(finishAndSend(schedule)).containsExactly("[2b]", "[3a]");
    assertThat(schedule.mayStop(now)).isTrue();
  }

  @Test
  void neverHasTwoOfOneRepositoryUnderWay() {
    Schedule schedule = single(8);
    add(schedule, "1a", "2a", "3b", "4a", "5c", "6b");

    List<Batch> underWay = takeAll(schedule);

    assertThat(underWay).extracting(ScheduleTest::text).containsExactly("[1a]", "[3b]", "[5c]");
    schedule.settle(underWay.get(1), OK, now, Instant.EPOCH);
    assertThat(sendAll(schedule)).containsExactly("[6b]");
    schedule.settle(underWay.get(0), OK, now, Instant.EPOCH);
    assertThat(sendAll(schedule)).containsExactly("[2a]");
  }

  @Test
  void hasNoMoreUnderWayThanItMay() {
    Schedule schedule = single(2);
    add(schedule, "1a", "2b", "3c");

    assertThat(sendAll(schedule)).containsExactly("[1a]", "[2b]");
    assertThat(schedule.wantsMore(now)).isFalse();
    assertThat(schedule.inFlight()).isEqualTo(2);
  }

  @Test
  void parksTheLaneOfWhatFailsAndGoesOnWithTheOthers() {
    Schedule schedule = single(1);
    add(schedule, "1a", "2a", "3b");

    settle(schedule, UNAVAILABLE);

    assertThat(schedule.parked()).isEqualTo(1);
    assertThat(finish(schedule)).isEqualTo("[3b]");
    assertThat(schedule.next(now, false)).isEmpty();
    now = schedule.nextLook(now, false).orElseThrow();
    assertThat(finish(schedule)).isEqualTo("[1a]");
    assertThat(finish(schedule)).isEqualTo("[2a]");
  }

  @Test
  void restsAsAWholeWhenTwoLanesFailInARow() {
    Schedule schedule = single(1);
    add(schedule, "1a", "2b", "3c");

    settle(schedule, UNAVAILABLE);
    settle(schedule, UNAVAILABLE);

    assertThat(schedule.next(now, false)).isEmpty();
    assertThat(schedule.wantsMore(now)).isFalse();
    assertThat(schedule.nextLook(now, false)).contains(now.plusMillis(10));
  }

  @Test
  void triesOneAtATimeWhileTheBreakerIsOpenAndEachLaneInTurn() {
    Schedule schedule = single(8);
    add(schedule, "1a", "2b", "3c", "4a");
    List<String> probes = new ArrayList<>();
    fail(schedule, takeAll(schedule));
    while (!schedule.isBackingOff()) {
      now = schedule.nextLook(now, false).orElseThrow();
      fail(schedule, takeAll(schedule));
    }

    for (int i = 0; i < 6; i++) {
      now = schedule.nextLook(now, false).orElseThrow();
      List<Batch> probe = takeAll(schedule);
      assertThat(probe).hasSize(1);
      probes.add(text(probe.get(0)));
      fail(schedule, probe);
    }

    assertThat(probes.subList(0, 3)).containsExactlyInAnyOrder("[1a]", "[2b]", "[3c]");
    assertThat(probes.subList(3, 6)).isEqualTo(probes.subList(0, 3));
  }

  @Test
  void triesALaneThatCameInMeanwhileWhileTheBreakerIsOpen() {
    Schedule schedule = single(1);
    add(schedule, "1a");
    failUntilOpen(schedule);
    now = schedule.nextLook(now, false).orElseThrow();
    add(schedule, "2b");

    assertThat(finish(schedule)).isEqualTo("[2b]");
    assertThat(schedule.isBackingOff()).isFalse();
    assertThat(finish(schedule)).isEqualTo("[1a]");
  }

  @Test
  void goesOnWithEverythingAfterOneSuccess() {
    Schedule schedule = single(4);
    add(schedule, "1a", "2b", "3c");
    while (!schedule.isBackingOff()) {
      fail(schedule, takeAll(schedule));
      now = schedule.nextLook(now, false).orElseThrow();
    }

    Batch probe = takeAll(schedule).get(0);
    schedule.settle(probe, OK, now, Instant.EPOCH);

    assertThat(schedule.isBackingOff()).isFalse();
    now = now.plus(SECOND);
    assertThat(takeAll(schedule)).hasSize(2);
  }

  @Test
  void goesOnWithALaneWhoseHeadIsGivenUp() {
    Schedule schedule = single(1);
    add(schedule, "1a", "2a");

    for (int i = 0; i < 3; i++) {
      now = now.plus(SECOND);
      settle(schedule, REJECTED);
    }

    assertThat(schedule.isBackingOff()).isFalse();
    assertThat(finish(schedule)).isEqualTo("[2a]");
  }

  @Test
  void pausesWhenTheEndpointIsGoneUntilItIsResumed() {
    Schedule schedule = single(1);
    add(schedule, "1a", "2b");

    settle(schedule, new Answered(410));

    assertThat(schedule.isPaused()).isTrue();
    now = now.plus(Duration.ofDays(365));
    assertThat(schedule.next(now, false)).isEmpty();
    assertThat(schedule.wantsMore(now)).isFalse();
    assertThat(schedule.nextLook(now, false)).isEmpty();
    assertThat(schedule.mayStop(now)).isTrue();
    schedule.resume();
    assertThat(finish(schedule)).isEqualTo("[2b]");
    assertThat(finish(schedule)).isEqualTo("[1a]");
  }

  @Test
  void putsWhatIsThereIntoABatchInItsOrder() {
    Schedule schedule = batching(new BatchConfig(4, 10_000, Duration.ZERO), 1);
    add(schedule, "1a", "2b", "3a", "4c", "5a");

    assertThat(sendAll(schedule)).containsExactly("[1a, 2b, 3a, 4c]");
    assertThat(finishAndSend(schedule)).containsExactly("[5a]");
  }

  @Test
  void holdsAllLanesOfABatch() {
    Schedule schedule = batching(new BatchConfig(2, 10_000, Duration.ZERO), 2);
    add(schedule, "1a", "2b", "3a", "4b", "5c");

    assertThat(sendAll(schedule)).containsExactly("[1a, 2b]", "[5c]");
  }

  @Test
  void endsABatchBeforeItIsTooLarge() {
    Schedule schedule = batching(new BatchConfig(100, 1_000, Duration.ZERO), 1);
    schedule.add(TestParcel.large(1, "a", 400), now);
    schedule.add(TestParcel.large(2, "b", 400), now);
    schedule.add(TestParcel.large(3, "c", 400), now);
    schedule.add(TestParcel.large(4, "d", 5_000), now);

    assertThat(sendAll(schedule)).containsExactly("[1a, 2b]");
    assertThat(finishAndSend(schedule)).containsExactly("[3c]", "[4d]");
  }

  @Test
  void doesNotMixReplayedAndNewEvents() {
    Schedule schedule = batching(BatchConfig.DEFAULT, 1);
    schedule.add(TestParcel.of(11, "a"), now);
    schedule.add(TestParcel.replayed(1, "b"), now);
    schedule.add(TestParcel.replayed(2, "b"), now);

    assertThat(sendAll(schedule)).containsExactly("[11a]");
    assertThat(finishAndSend(schedule)).containsExactly("[1b, 2b]");
  }

  @Test
  void sendsTheSameBatchAgainWhateverCameInMeanwhile() {
    Schedule schedule = batching(new BatchConfig(10, 10_000, Duration.ZERO), 1);
    add(schedule, "1a", "2b");
    settle(schedule, UNAVAILABLE);
    add(schedule, "3a", "4c");

    assertThat(finish(schedule)).isEqualTo("[4c]");
    now = now.plus(SECOND);
    assertThat(finish(schedule)).isEqualTo("[1a, 2b]");
    assertThat(finish(schedule)).isEqualTo("[3a]");
  }

  @Test
  void sendsTheEventsOfARejectedBatchOneByOneAndBatchesTheNextAgain() {
    Schedule schedule = batching(new BatchConfig(3, 10_000, Duration.ZERO), 1);
    add(schedule, "1a", "2b", "3a", "4a", "5b");

    settle(schedule, REJECTED);

    assertThat(finish(schedule)).isEqualTo("[1a]");
    assertThat(finish(schedule)).isEqualTo("[2b]");
    assertThat(finish(schedule)).isEqualTo("[3a]");
    assertThat(finish(schedule)).isEqualTo("[4a, 5b]");
  }

  @Test
  void waitsForMoreAsLongAsItMayLinger() {
    Schedule schedule = batching(new BatchConfig(3, 10_000, SECOND), 1);
    add(schedule, "1a");
    Duration end = now.plus(SECOND);

    assertThat(schedule.next(now, false)).isEmpty();
    assertThat(schedule.wantsMore(now)).isTrue();
    assertThat(schedule.nextLook(now, false)).contains(end);
    now = now.plusMillis(900);
    add(schedule, "2b");
    assertThat(schedule.next(now, false)).isEmpty();
    now = end;
    assertThat(sendAll(schedule)).containsExactly("[1a, 2b]");
  }

  @Test
  void lingersBesideABatchThatIsTriedAgain() {
    Schedule schedule = batching(new BatchConfig(3, 10_000, SECOND), 1);
    add(schedule, "1a");
    now = now.plus(SECOND);
    settle(schedule, UNAVAILABLE);
    now = now.plusMillis(10);
    add(schedule, "2b");

    assertThat(finish(schedule)).isEqualTo("[1a]");
    assertThat(schedule.next(now, false)).isEmpty();
  }

  @Test
  void doesNotLingerWithAFullBatchOrInAHurry() {
    Schedule schedule = batching(new BatchConfig(2, 10_000, SECOND), 1);
    add(schedule, "1a", "2b", "3c");

    assertThat(sendAll(schedule)).containsExactly("[1a, 2b]");
    schedule.settle(batchUnderWay, OK, now, Instant.EPOCH);
    assertThat(schedule.next(now, false)).isEmpty();
    assertThat(schedule.next(now, true)).map(ScheduleTest::text).contains("[3c]");
  }

  @Test
  void doesNotLingerWithABatchThatIsFullOfBytes() {
    Schedule schedule = batching(new BatchConfig(100, 1_000, SECOND), 1);
    schedule.add(TestParcel.large(1, "a", 600), now);
    assertThat(schedule.next(now, false)).isEmpty();

    schedule.add(TestParcel.large(2, "b", 600), now);

    assertThat(schedule.wantsMore(now)).isFalse();
    assertThat(schedule.next(now, false)).map(ScheduleTest::text).contains("[1a]");
  }

  @Test
  void letsWhatWaitsTakeTurnsWithWhatFailsAgain() {
    Schedule schedule = single(1);
    add(schedule, "1a", "2b");
    settle(schedule, UNAVAILABLE);
    settle(schedule, UNAVAILABLE);
    now = now.plus(SECOND);
    add(schedule, "3c", "4d", "5e");

    assertThat(finish(schedule)).isEqualTo("[3c]");
    settle(schedule, UNAVAILABLE);
    assertThat(finish(schedule)).isEqualTo("[4d]");
    settle(schedule, UNAVAILABLE);
    assertThat(finish(schedule)).isEqualTo("[5e]");
    assertThat(schedule.parked()).isEqualTo(2);
  }

  @Test
  void leavesHalfOfTheTimeToOthersWhenALaneFailsSlowly() {
    Schedule schedule = single(1);
    add(schedule, "1a");
    Batch slow = schedule.next(now, false).orElseThrow();
    now = now.plusSeconds(5);
    schedule.settle(slow, UNAVAILABLE, now, Instant.EPOCH);
    Duration failed = now;

    int others = 0;
    add(schedule, "2b");
    while (finish(schedule).equals("[2b]")) {
      others++;
      now = now.plusMillis(10);
      add(schedule, "2b");
    }

    assertThat(now).isEqualTo(failed.plusSeconds(5).plusMillis(10));
    assertThat(others).isEqualTo(501);
  }

  @Test
  void leavesTheEndpointAloneThoughAnOlderRequestSucceedsMeanwhile() {
    Schedule schedule = single(2);
    add(schedule, "1a", "2b", "3c");
    List<Batch> underWay = takeAll(schedule);
    Duration minute = Duration.ofMinutes(1);

    schedule.settle(
        underWay.get(0), new Answered(429, Optional.of(minute), ""), now, Instant.EPOCH);
    schedule.settle(underWay.get(1), OK, now, Instant.EPOCH);

    assertThat(schedule.next(now, false)).isEmpty();
    assertThat(schedule.nextLook(now, false)).contains(now.plus(minute));
  }

  @Test
  void holdsUpOnlyTheLaneThatAsksForPatienceWhileOthersSucceed() {
    DeliveryResult busy = new Answered(503, Optional.of(Duration.ofMinutes(2)), "");
    Schedule schedule = single(1);
    add(schedule, "1a", "2b", "3c");
    settle(schedule, busy);
    assertThat(schedule.isBackingOff()).isTrue();
    now = schedule.restsUntil();
    assertThat(finish(schedule)).isEqualTo("[2b]");

    settle(schedule, busy);

    assertThat(schedule.isBackingOff()).isFalse();
    assertThat(finish(schedule)).isEqualTo("[3c]");
    assertThat(schedule.nextLook(now, false)).contains(now.plus(Duration.ofMinutes(2)));
  }

  @Test
  void looksAgainWhenItMayReadOnThoughItsLanesRestLonger() {
    Schedule schedule = single(1);
    add(schedule, "1a");
    settle(schedule, UNAVAILABLE);
    settle(schedule, UNAVAILABLE);

    assertThat(schedule.wantsMore(now)).isFalse();
    assertThat(schedule.nextLook(now, false)).contains(schedule.restsUntil());
  }

  @Test
  void readsNoFurtherWhenParkedLanesHoldTooMuch() {
    Schedule schedule = single(1);
    add(schedule, "1a");
    settle(schedule, UNAVAILABLE);
    int megabyte = 1024 * 1024;

    int taken = 0;
    while (schedule.wantsMore(now) && taken < 100) {
      schedule.add(TestParcel.large(2 + taken, "a", megabyte), now);
      taken++;
    }

    assertThat((long) taken * megabyte).isBetween(7L * megabyte, Schedule.MAX_HELD_BYTES);
    now = now.plus(SECOND);
    assertThat(finish(schedule)).isEqualTo("[1a]");
    assertThat(finish(schedule)).isEqualTo("[2a]");
    assertThat(schedule.wantsMore(now)).isFalse();
  }

  @Test
  void stopsWithoutWaitingForALaneThatFailsWhileOthersSucceed() {
    Schedule schedule = single(1);
    add(schedule, "1a");
    for (int i = 0; i < 5; i++) {
      settle(schedule, UNAVAILABLE);
      add(schedule, "2b");
      assertThat(finish(schedule)).isEqualTo("[2b]");
      now = schedule.nextLook(now, true).orElseThrow();
    }
    settle(schedule, UNAVAILABLE);
    assertThat(schedule.mayStop(now)).isFalse();

    add(schedule, "2b");
    assertThat(finish(schedule)).isEqualTo("[2b]");

    assertThat(schedule.mayStop(now)).isTrue();
  }

  @Test
  void doesNotStopAtOnceWhenAnEndpointStumbles() {
    Schedule schedule = single(1);
    add(schedule, "1a");

    settle(schedule, UNAVAILABLE);

    assertThat(schedule.mayStop(now)).isFalse();
    failUntilOpen(schedule);
    assertThat(schedule.mayStop(now)).isTrue();
  }

  @Test
  void looksAgainWhenTheBreakerLetsItThoughNothingWaits() {
    Schedule schedule = single(1);
    add(schedule, "1a");
    failUntilOpen(schedule);
    now = schedule.nextLook(now, false).orElseThrow();
    settle(schedule, REJECTED);
    for (int i = 0; i < 2; i++) {
      now = schedule.nextLook(now, false).orElseThrow();
      settle(schedule, REJECTED);
    }

    assertThat(schedule.nextLook(now, false)).isEmpty();
    assertThat(schedule.wantsMore(now)).isTrue();
  }

  private Batch batchUnderWay = Batch.unsent(List.of());

  private static Schedule single(int concurrency) {
    return batching(BatchConfig.SINGLE, concurrency);
  }

  private static Schedule batching(BatchConfig batching, int concurrency) {
    RetryConfig retry =
        new RetryConfig(5, SECOND, 2, Duration.ofMinutes(5), 3, Optional.empty(), Optional.empty());
    return new Schedule(batching, concurrency, retry, () -> 0.5);
  }

  @Test
  void sendsNothingWhileItIsPausedButReadsOneAhead() {
    Schedule schedule = single(1);

    schedule.pause();

    assertThat(schedule.wantsMore(now)).isTrue();
    add(schedule, "1a");
    assertThat(schedule.wantsMore(now)).isFalse();
    assertThat(schedule.next(now, false)).isEmpty();
    assertThat(schedule.mayStop(now)).isTrue();
    schedule.resume();
    assertThat(finish(schedule)).isEqualTo("[1a]");
  }

  @Test
  void triesAgainAtOnceWhenItIsTold() {
    Schedule schedule = single(1);
    add(schedule, "1a", "2b");
    failUntilOpen(schedule);
    assertThat(schedule.next(now, false)).isEmpty();

    schedule.retryNow(now);

    assertThat(schedule.isBackingOff()).isTrue();
    List<Batch> probe = takeAll(schedule);
    assertThat(probe).hasSize(1);
    schedule.settle(probe.get(0), OK, now, Instant.EPOCH);
    assertThat(schedule.isBackingOff()).isFalse();
    assertThat(sendAll(schedule)).hasSize(1);
  }

  @Test
  void staysPausedWhenItIsToldToTryAgain() {
    Schedule schedule = single(1);
    add(schedule, "1a");
    schedule.pause();

    schedule.retryNow(now);

    assertThat(schedule.next(now, false)).isEmpty();
  }

  @Test
  void skipsTheOldestThatFailedAndGoesOnWithItsLane() {
    Schedule schedule = single(1);
    add(schedule, "1b", "2a", "3a");
    finish(schedule);
    settle(schedule, UNAVAILABLE);

    Optional<Batch> skipped = schedule.skip();

    assertThat(skipped.map(ScheduleTest::text)).contains("[2a]");
    assertThat(skipped.orElseThrow().tried()).isEqualTo(1);
    assertThat(schedule.parked()).isZero();
    assertThat(finish(schedule)).isEqualTo("[3a]");
    assertThat(schedule.mayStop(now)).isTrue();
  }

  @Test
  void skipsWhatHasWaitedLongestIfNothingFailed() {
    Schedule schedule = single(1);
    add(schedule, "1a", "2b", "3a");
    schedule.pause();

    assertThat(schedule.skip().map(ScheduleTest::text)).contains("[1a]");

    schedule.resume();
    assertThat(finish(schedule)).isEqualTo("[2b]");
    assertThat(finish(schedule)).isEqualTo("[3a]");
  }

  @Test
  void skipsNothingThatIsUnderWay() {
    Schedule schedule = single(1);
    add(schedule, "1a");
    takeAll(schedule);

    assertThat(schedule.skip()).isEmpty();
    assertThat(schedule.inFlight()).isEqualTo(1);
  }

  private void add(Schedule schedule, String... parcels) {
    for (String parcel : parcels) {
      long sequence = Long.parseLong(parcel.substring(0, 1));
      schedule.add(TestParcel.of(sequence, parcel.substring(1)), now);
    }
  }

  private List<Batch> takeAll(Schedule schedule) {
    List<Batch> batches = new ArrayList<>();
    for (Optional<Batch> next = schedule.next(now, false);
        next.isPresent();
        next = schedule.next(now, false)) {
      batches.add(next.get());
    }
    return batches;
  }

  private List<String> sendAll(Schedule schedule) {
    List<Batch> batches = takeAll(schedule);
    batchUnderWay = batches.get(batches.size() - 1);
    return batches.stream().map(ScheduleTest::text).toList();
  }

  /** The one under way succeeds, and so does what comes after it, one by one. */
  private List<String> finishAndSend(Schedule schedule) {
    List<String> sent = new ArrayList<>();
    schedule.settle(batchUnderWay, OK, now, Instant.EPOCH);
    for (Optional<Batch> next = schedule.next(now, false);
        next.isPresent();
        next = schedule.next(now, false)) {
      sent.add(text(next.get()));
      schedule.settle(next.get(), OK, now, Instant.EPOCH);
    }
    return sent;
  }

  /** The next one goes and succeeds. */
  private String finish(Schedule schedule) {
    Batch batch = schedule.next(now, false).orElseThrow();
    schedule.settle(batch, OK, now, Instant.EPOCH);
    return text(batch);
  }

  /** The next one goes, as soon as it may, and ends so. */
  private void settle(Schedule schedule, DeliveryResult result) {
    Optional<Batch> next = schedule.next(now, false);
    while (next.isEmpty()) {
      now = schedule.nextLook(now, false).orElseThrow();
      next = schedule.next(now, false);
    }
    Batch batch = next.get();
    schedule.settle(batch, result, now, Instant.EPOCH);
  }

  private void fail(Schedule schedule, List<Batch> batches) {
    batches.forEach(batch -> schedule.settle(batch, UNAVAILABLE, now, Instant.EPOCH));
  }

  private void failUntilOpen(Schedule schedule) {
    while (!schedule.isBackingOff()) {
      now = schedule.nextLook(now, false).orElseThrow();
      settle(schedule, UNAVAILABLE);
    }
  }

  private static String text(Batch batch) {
    return batch.parcels().toString();
  }
}
