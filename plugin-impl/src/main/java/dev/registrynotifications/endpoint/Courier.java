package dev.registrynotifications.endpoint;

import dev.registrynotifications.endpoint.lane.Batch;
import dev.registrynotifications.endpoint.lane.Parcel;
import dev.registrynotifications.endpoint.lane.Schedule;
import dev.registrynotifications.endpoint.lane.Verdict;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Carries events from the intake to an endpoint as the schedule says: the body of the endpoint's
 * thread. Told to stop, it goes on while there is something left and the endpoint takes it; what it
 * leaves stays in the log.
 */
final class Courier implements Runnable {

  private static final Duration PAUSE_WITHOUT_JOURNAL = Duration.ofSeconds(1);

  private final Intake intake;
  private final Schedule schedule;
  private final Outlet outlet;
  private final Condition condition;
  private final AlarmClock time;
  private final InstantSource clock;
  private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
  private final ArrayDeque<Runnable> unsettled = new ArrayDeque<>();
  private Duration journalRestsUntil = Duration.ZERO;
  private volatile boolean stopping;
  private volatile boolean resumed;

  Courier(Intake intake, Schedule schedule, Outlet outlet, Condition condition, Time time) {
    this.intake = intake;
    this.schedule = schedule;
    this.outlet = outlet;
    this.condition = condition;
    this.time = time.alarm();
    this.clock = time.clock();
  }

  /** The courier's time, and the world's. */
  record Time(AlarmClock alarm, InstantSource clock) {}

  /** Says that there may be something new to carry. */
  void wake() {
    time.ring();
  }

  /** Says that no more is coming. */
  void stop() {
    stopping = true;
    time.ring();
  }

  /** Goes on with an endpoint that was paused. */
  void resume() {
    resumed = true;
    time.ring();
  }

  @Override
  public void run() {
    try (intake) {
      for (Next next = turn(); !next.leaves(); next = turn()) {
        time.sleep(next.atMost());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      condition.tellFailed(e);
    } finally {
      condition.tellStopped();
    }
  }

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

  /** Does what can be done now. */
  Next turn() {
    Duration now = time.now();
    // Read before the log is: an event that came before stop() is then seen below.
    boolean last = stopping;
    if (now.compareTo(journalRestsUntil) < 0) {
      return last ? Next.LEAVE : Next.in(journalRestsUntil.minus(now));
    }
    try {
      takeOutcomes(now);
      settle();
      carry(now);
      condition.tellJournalWorks();
    } catch (UncheckedIOException e) {
      condition.tellJournalFails(String.valueOf(e.getMessage()), PAUSE_WITHOUT_JOURNAL);
      journalRestsUntil = now.plus(PAUSE_WITHOUT_JOURNAL);
      return last ? Next.LEAVE : Next.in(journalRestsUntil.minus(now));
    }
    condition.tellLanes(schedule, intake.isFull() || schedule.isFull());
    return last && outcomes.isEmpty() && schedule.mayStop(now) ? Next.LEAVE : sleep(now, last);
  }

  private Next sleep(Duration now, boolean hurry) {
    return outcomes.isEmpty()
        ? new Next(false, schedule.nextLook(now, hurry).map(due -> due.minus(now)))
        : Next.in(Duration.ZERO);
  }

  private void takeOutcomes(Duration now) {
    if (resumed) {
      resumed = false;
      schedule.resume();
      condition.tellResumed(schedule);
    }
    for (Outcome outcome = outcomes.poll(); outcome != null; outcome = outcomes.poll()) {
      Batch batch = outcome.batch();
      Verdict verdict = schedule.settle(batch, outcome.result(), now, clock.instant());
      condition.tell(schedule, outcome.result(), now);
      if (verdict instanceof Verdict.Delivered) {
        batch.parcels().forEach(parcel -> unsettled.add(parcel::delivered));
      } else if (verdict instanceof Verdict.GivenUp why) {
        batch.parcels().forEach(parcel -> unsettled.add(() -> parcel.givenUp(why)));
      }
    }
  }

  /** Notes what became of parcels; stays due until the journal can take it. */
  private void settle() {
    while (!unsettled.isEmpty()) {
      unsettled.element().run();
      unsettled.remove();
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

  /** Sends what may be sent now, reading on after each for what may go beside it. */
  private void carry(Duration now) {
    boolean hurry = stopping;
    fill(now);
    for (Optional<Batch> next = schedule.next(now, hurry);
        next.isPresent();
        next = schedule.next(now, hurry)) {
      outlet.send(next.get(), this::receive);
      fill(now);
    }
  }

  private void receive(Outcome outcome) {
    outcomes.add(outcome);
    time.ring();
  }
}
