package dev.registrynotifications.endpoint.lane;

import dev.registrynotifications.config.BatchConfig;
import dev.registrynotifications.config.RetryConfig;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Decides what is sent to an endpoint next, and when: never two requests at once that carry events
 * of one repository, and those in order. Times are the courier's, from an origin of its own.
 * Guarded by the courier.
 */
public final class Schedule {

  /** What may be held in memory at the most, beside one event: parked lanes fill it. */
  static final long MAX_HELD_BYTES = 8 * 1024 * 1024;

  /** A stop waits for a lane that rests no longer than this. */
  private static final Duration PATIENCE_AT_STOP = Duration.ofMillis(250);

  private final BatchConfig batching;
  private final int concurrency;
  private final Lanes lanes = new Lanes();
  private final RetryRules rules;
  private final Breaker breaker;
  private int inFlight;
  private long successes;
  private Duration retriesRestUntil = Duration.ZERO;
  private boolean retrysTurn;
  private boolean paused;

  /**
   * A schedule with nothing on it.
   *
   * @param chance gives numbers from 0 to 1, which spread the attempts of many registries
   */
  public Schedule(BatchConfig batching, int concurrency, RetryConfig retry, DoubleSupplier chance) {
    this.batching = batching;
    this.concurrency = concurrency;
    this.rules = new RetryRules(retry);
    this.breaker = new Breaker(retry, chance);
  }

  /**
   * Whether more parcels are needed before the next batch can be sent; also one if there is none,
   * so that people can see since when the endpoint lacks something.
   */
  public boolean wantsMore(Duration now) {
    return lanes.isEmpty() || (maySend(now) && !lanes.fill(batching) && !isFull());
  }

  /** Takes a parcel, which comes after all that were taken before. */
  public void add(Parcel parcel, Duration now) {
    lanes.add(parcel, now);
  }

  /**
   * What is to be sent now, and settled later; empty if nothing is.
   *
   * @param hurry whether a batch isn't to wait for more events
   */
  public Optional<Batch> next(Duration now, boolean hurry) {
    if (!maySend(now) || !hasCome(earliest(hurry), now)) {
      return Optional.empty();
    }
    Batch batch = isParkedNext(now, hurry) ? lanes.takeParked() : lanes.takeReady(batching);
    inFlight++;
    return Optional.of(batch.sent(breaker.ticket(), now));
  }

  private boolean maySend(Duration now) {
    int slots = breaker.isOpen() ? 1 : concurrency;
    return !paused && inFlight < slots && !breaker.isShut(now);
  }

  private static boolean hasCome(Optional<Duration> time, Duration now) {
    return time.filter(due -> due.compareTo(now) <= 0).isPresent();
  }

  /** When something can be sent, as far as it is a matter of the lanes. */
  private Optional<Duration> earliest(boolean hurry) {
    return earlier(ready(hurry), lanes.parkedUntil());
  }

  /** When what waits can be sent: a batch that isn't full lingers. */
  private Optional<Duration> ready(boolean hurry) {
    boolean lingers = !hurry && !lanes.fill(batching);
    return lanes.readySince().map(since -> lingers ? since.plus(batching.linger()) : since);
  }

  private static Optional<Duration> earlier(Optional<Duration> one, Optional<Duration> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return one.get().compareTo(other.get()) <= 0 ? one : other;
  }

  /**
   * What has rested and what waits take turns, and what fails again takes no more than half of the
   * time: a few lanes that fail slowly would leave none to the others.
   */
  private boolean isParkedNext(Duration now, boolean hurry) {
    if (!hasCome(ready(hurry), now)) {
      return true;
    }
    boolean mayRetry = breaker.isOpen() || now.compareTo(retriesRestUntil) >= 0;
    if (!mayRetry || !hasCome(lanes.parkedUntil(), now)) {
      return false;
    }
    boolean retry = retrysTurn;
    retrysTurn = !retry;
    return retry;
  }

  /**
   * Takes note of how an attempt ended.
   *
   * @param instant the time of the world, for the age of events
   * @return what becomes of the batch; what it means for the schedule is done already
   */
  public Verdict settle(Batch batch, DeliveryResult result, Duration now, Instant instant) {
    inFlight--;
    Verdict verdict = rules.judge(batch, result, successes, now, instant);
    record(batch, result, now);
    if (verdict instanceof Verdict.Later later) {
      lanes.park(batch.after(later.attempts()), now.plus(later.pause()));
    } else if (verdict instanceof Verdict.Split) {
      lanes.split(batch);
    } else {
      lanes.release(batch);
    }
    return verdict;
  }

  private void record(Batch batch, DeliveryResult result, Duration now) {
    if (result.isDelivered()) {
      successes++;
      breaker.recordAlive(batch.ticket());
      return;
    }
    retriesRestUntil = now.plus(now.minus(batch.begun()));
    if (result instanceof Answered answered && answered.isRejection()) {
      breaker.recordAlive(batch.ticket());
    } else if (result instanceof Answered answered && answered.isGone()) {
      paused = true;
    } else if (!isOneLanesMatter(batch, result)) {
      breaker.recordFailure(batch.ticket(), result, now);
    }
  }

  /** A lane that asks for patience time and again must not hold up others that are let in. */
  private boolean isOneLanesMatter(Batch batch, DeliveryResult result) {
    return result instanceof Answered answered
        && answered.retryAfter().isPresent()
        && batch.attempts().othersSucceed(successes);
  }

  /** Sends nothing more until it is resumed. */
  public void pause() {
    paused = true;
  }

  /** Makes the next attempt, and all that rest, at once. A pause stays one. */
  public void retryNow(Duration now) {
    breaker.hasten();
    lanes.hasten(now);
    retriesRestUntil = now;
  }

  /**
   * Takes out the oldest batch that failed; if none did, the parcel that has waited longest. Empty
   * if there is nothing but what is under way. Whoever takes it settles its parcels.
   */
  public Optional<Batch> skip() {
    Optional<Batch> oldest =
        lanes
            .takeOldestParked()
            .or(
                () ->
                    lanes.ready() == 0
                        ? Optional.empty()
                        : Optional.of(lanes.takeReady(BatchConfig.SINGLE)));
    oldest.ifPresent(lanes::release);
    return oldest;
  }

  /** Goes on after a pause. */
  public void resume() {
    paused = false;
  }

  /** When to look again if nothing happens until then; empty if nothing can come of it. */
  public Optional<Duration> nextLook(Duration now, boolean hurry) {
    int slots = breaker.isOpen() ? 1 : concurrency;
    if (paused || inFlight >= slots) {
      return Optional.empty();
    }
    // While it is shut nothing is read: there may be more than is known here.
    return breaker.isShut(now) ? Optional.of(breaker.shutUntil()) : earliest(hurry);
  }

  /** Until when the endpoint is left alone. */
  public Duration restsUntil() {
    return breaker.shutUntil();
  }

  /** Whether no more is taken until something here is done with. */
  public boolean isFull() {
    return lanes.bytes() >= MAX_HELD_BYTES;
  }

  /**
   * Whether nothing is under way, and what is left must not hold up a stop: the endpoint seems
   * dead, or is well and only lanes rest that have failed for a while.
   */
  public boolean mayStop(Duration now) {
    boolean endpointTakesNothing = paused || breaker.isOpen();
    return inFlight == 0 && (endpointTakesNothing || lanes.isEmpty() || onlyLanesRest(now));
  }

  private boolean onlyLanesRest(Duration now) {
    boolean rests =
        lanes
            .parkedUntil()
            .filter(due -> due.minus(now).compareTo(PATIENCE_AT_STOP) > 0)
            .isPresent();
    return rests && lanes.ready() == 0 && !breaker.isTroubled();
  }

  /** Whether the endpoint seems dead, or has asked for patience. */
  public boolean isBackingOff() {
    return breaker.isOpen();
  }

  /** Whether the endpoint has said that it wants nothing any more. */
  public boolean isPaused() {
    return paused;
  }

  /** How many requests are under way. */
  public int inFlight() {
    return inFlight;
  }

  /** How many batches failed, and rest before they are tried again. */
  public int parked() {
    return lanes.parked();
  }
}
