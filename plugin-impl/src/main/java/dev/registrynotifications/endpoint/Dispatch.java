package dev.registrynotifications.endpoint;

import dev.registrynotifications.endpoint.lane.Batch;
import dev.registrynotifications.endpoint.lane.Parcel;
import dev.registrynotifications.endpoint.lane.Schedule;
import dev.registrynotifications.endpoint.lane.Verdict;
import dev.registrynotifications.metrics.EndpointState;
import dev.registrynotifications.metrics.EndpointStatus;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Carries events from the intake to an endpoint as the schedule says, one turn after the other.
 * What it leaves when it ends stays in the log. Guarded by its courier.
 */
final class Dispatch {

  private static final Duration PAUSE_WITHOUT_JOURNAL = Duration.ofSeconds(1);

  private final Intake intake;
  private final Schedule schedule;
  private final Outlet outlet;
  private final Condition condition;
  private final Time time;
  private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
  private final ArrayDeque<Runnable> unsettled = new ArrayDeque<>();
  private Duration journalRestsUntil = Duration.ZERO;
  private volatile boolean listening = true;
  private volatile boolean leaving;

  Dispatch(Intake intake, Schedule schedule, Outlet outlet, Condition condition, Time time) {
    this.intake = intake;
    this.schedule = schedule;
    this.outlet = outlet;
    this.condition = condition;
    this.time = time;
  }

  /** The courier's time, and the world's. */
  record Time(AlarmClock alarm, InstantSource clock) {}

  /**
   * What comes after a turn.
   *
   * @param leaves whether there is none
   * @param atMost how long to sleep before, unless something happens; empty for as long as it takes
   */
  record Next(boolean leaves, Optional<Duration> atMost) {

    private static final Next LEAVE = new Next(true, Optional.empty());

    private static Next in(Duration pause) {
      return new Next(false, Optional.of(pause));
    }
  }

  /** Takes note of how an attempt ended, for the next turn. For any thread. */
  void receive(Outcome outcome) {
    outcomes.add(outcome);
  }

  /**
   * Whether it has seen all of the log, and could send more: what is appended from now on needs a
   * turn. For any thread; asked for each event on the registry's request thread, which shall not
   * wake a courier whose endpoint is down, or busy.
   */
  boolean isListening() {
    return listening;
  }

  /** Sends nothing more until it is resumed. */
  void pause() {
    schedule.pause();
    condition.tellPaused(schedule);
  }

  /** Goes on with an endpoint that was paused. */
  void resume() {
    schedule.resume();
    condition.tellResumed(schedule, time.alarm().now());
  }

  /** Begins as another one ended that was in its place. */
  void goOnFrom(EndpointStatus before) {
    if (before.state() == EndpointState.PAUSED) {
      schedule.pause();
    }
    condition.goOnFrom(before);
  }

  /** Makes the next attempt at once. */
  void retryNow() {
    schedule.retryNow(time.alarm().now());
  }

  /** Ends a replay with what was taken from it so far. */
  void cancelReplay() {
    intake.cancelReplay();
  }

  /**
   * Gives up what failed and has waited longest, or else what has waited longest.
   *
   * @return the sequence of its first event; empty if there is nothing but what is under way
   * @throws UncheckedIOException if the journal can't be read
   */
  OptionalLong skip() {
    fill(time.alarm().now());
    Optional<Batch> skipped = schedule.skip();
    skipped.ifPresent(this::giveUp);
    return skipped.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(skipped.get().parcels().get(0).event().sequence());
  }

  private void giveUp(Batch batch) {
    String reason = "an operator skipped it, after " + batch.tried() + " attempts";
    Verdict.GivenUp why = new Verdict.GivenUp(batch.tried(), 0, reason);
    batch.parcels().forEach(parcel -> unsettled.add(() -> parcel.givenUp(why)));
  }

  /**
   * Begins nothing any more, and leaves when what is under way has ended: another goes on with the
   * rest. For any thread.
   */
  void leave() {
    leaving = true;
  }

  /**
   * Does what can be done now.
   *
   * @param stopping whether no more is coming, and what is left is to go out soon or not at all
   * @param told how the attempts end that this turn begins, see {@link Outlet#send}
   */
  Next turn(boolean stopping, Consumer<Outcome> told) {
    Duration now = time.alarm().now();
    boolean journalRests = now.compareTo(journalRestsUntil) < 0;
    if (leaving || (stopping && journalRests)) {
      return lastTurn(now);
    }
    if (journalRests) {
      return Next.in(journalRestsUntil.minus(now));
    }
    try {
      takeOutcomes(now);
      settle();
      carry(now, stopping, told);
      condition.tellJournalWorks();
    } catch (UncheckedIOException e) {
      restJournal(e, now);
      return Next.in(stopping ? Duration.ZERO : PAUSE_WITHOUT_JOURNAL);
    }
    condition.tellLanes(schedule, intake.isFull() || schedule.isFull());
    return stopping && outcomes.isEmpty() && schedule.mayStop(now)
        ? Next.LEAVE
        : sleep(now, stopping);
  }

  private void restJournal(UncheckedIOException failure, Duration now) {
    condition.tellJournalFails(String.valueOf(failure.getMessage()), PAUSE_WITHOUT_JOURNAL);
    journalRestsUntil = now.plus(PAUSE_WITHOUT_JOURNAL);
  }

  /** Only notes what comes of what is under way, whether the journal takes all of it or not. */
  private Next lastTurn(Duration now) {
    listening = false;
    settleLast(now);
    condition.tellLanes(schedule, intake.isFull() || schedule.isFull());
    return afterLastRequests();
  }

  private void settleLast(Duration now) {
    takeOutcomes(now);
    try {
      settle();
    } catch (UncheckedIOException e) {
      restJournal(e, now);
    }
  }

  /** A request that ends is heard of: there is nothing else to wait for. */
  private Next afterLastRequests() {
    if (!outcomes.isEmpty()) {
      return Next.in(Duration.ZERO);
    }
    return schedule.inFlight() == 0 ? Next.LEAVE : new Next(false, Optional.empty());
  }

  private Next sleep(Duration now, boolean hurry) {
    return outcomes.isEmpty()
        ? new Next(false, schedule.nextLook(now, hurry).map(due -> due.minus(now)))
        : Next.in(Duration.ZERO);
  }

  private void takeOutcomes(Duration now) {
    for (Outcome outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
      Batch batch = outcome.batch();
      Verdict verdict = schedule.settle(batch, outcome.result(), now, time.clock().instant());
      condition.tell(schedule, outcome.result(), now);
      if (verdict instanceof Verdict.Delivered) {
        batch.parcels().forEach(parcel -> unsettled.add(parcel::delivered));
      } else if (verdict instanceof Verdict.GivenUp why) {
        batch.parcels().forEach(parcel -> unsettled.add(() -> parcel.givenUp(why)));
      }
    }
  }

  /**
   * Notes what became of parcels. What the journal can't take stays due, but holds up nothing else:
   * it can take that a parcel was delivered also when its disk is full.
   */
  private void settle() {
    if (unsettled.isEmpty()) {
      return;
    }
    try {
      settleEach();
    } finally {
      intake.commit();
    }
  }

  private void settleEach() {
    UncheckedIOException failure = null;
    for (Iterator<Runnable> due = unsettled.iterator(); due.hasNext(); ) {
      try {
        due.next().run();
        due.remove();
      } catch (UncheckedIOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Sends what may be sent now, and looks once more before it relies on being told of more. */
  private void carry(Duration now, boolean stopping, Consumer<Outcome> told) {
    listening = false;
    sendReady(now, stopping, told);
    if (schedule.wantsMore(now)) {
      listening = true;
      sendReady(now, stopping, told);
    }
  }

  /** Reads on after each that it sends, for what may go beside it. */
  private void sendReady(Duration now, boolean hurry, Consumer<Outcome> told) {
    fill(now);
    for (Optional<Batch> next = schedule.next(now, hurry);
        next.isPresent();
        next = schedule.next(now, hurry)) {
      outlet.send(next.get(), told);
      fill(now);
    }
  }

  private void fill(Duration now) {
    while (schedule.wantsMore(now)) {
      Optional<Parcel> next = intake.next();
      if (next.isEmpty()) {
        return;
      }
      schedule.add(next.get(), now);
    }
  }

  /** Leaves the log, which is told before what has come and isn't noted yet. */
  void close() {
    try {
      settleLast(time.alarm().now());
    } finally {
      intake.close();
    }
  }
}
