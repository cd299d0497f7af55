package dev.registrynotifications.endpoint;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.registrynotifications.endpoint.Dispatch.Next;
import dev.registrynotifications.metrics.EndpointStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The body of an endpoint's thread: has the dispatch take its turns, and sleeps in between. Told to
 * stop, it goes on while there is something left and the endpoint takes it.
 *
 * <p>A thread that has just made a request takes the next turn itself, if nobody else is at it, and
 * so comes by the next request: to wake the courier for each, and be woken by it, would cost more
 * than many a request.
 */
final class Courier implements Runnable {

  /** So much later than it could be a turn may be, rather than to wake the courier for it. */
  private static final Duration TOLERANCE = Duration.ofMillis(1);

  private final Dispatch dispatch;
  private final Condition condition;
  private final AlarmClock alarm;
  private final Queue<Consumer<Dispatch>> orders = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turns = new ReentrantLock();
  private volatile boolean stopping;

  @GuardedBy("turns")
  private boolean left;

  /** Until when the courier's own thread sleeps, if it does; empty for as long as it takes. */
  @GuardedBy("turns")
  private Optional<Duration> sleepsUntil = Optional.empty();

  /** What went wrong in a turn that another thread took. */
  @GuardedBy("turns")
  private @Nullable Throwable mistake;

  Courier(Dispatch dispatch, Condition condition, AlarmClock alarm) {
    this.dispatch = dispatch;
    this.condition = condition;
    this.alarm = alarm;
  }

  /** Says that something was appended to the log. For any thread; wakes nobody without need. */
  void wake() {
    if (dispatch.isListening()) {
      alarm.ring();
    }
  }

  /** Has a turn taken soon, whatever it waits for. For any thread. */
  void hurry() {
    alarm.ring();
  }

  /** Says that no more is coming. For any thread. */
  void stop() {
    stopping = true;
    alarm.ring();
  }

  /** Says that another goes on: only what is under way is ended. For any thread. */
  void makeWay() {
    dispatch.leave();
    stop();
  }

  /** Has the dispatch do that soon, before its next turn. It must not throw. For any thread. */
  void order(Consumer<Dispatch> order) {
    orders.add(order);
    alarm.ring();
  }

  /** How the endpoint was when it left, for whoever takes its place. */
  EndpointStatus lastStatus() {
    turns.lock();
    try {
      return condition.status();
    } finally {
      turns.unlock();
    }
  }

  @Override
  public void run() {
    try {
      for (Next next = turn(); !next.leaves(); next = turn()) {
        alarm.sleep(next.atMost());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable e) {
      condition.tellFailed(e);
    } finally {
      leave();
    }
  }

  /** Has the dispatch do what can be done now. */
  Next turn() {
    turns.lock();
    try {
      if (mistake != null) {
        throw new IllegalStateException(mistake);
      }
      Next next = takeTurn();
      sleepsUntil = next.atMost().map(alarm.now()::plus);
      return next;
    } finally {
      turns.unlock();
    }
  }

  @GuardedBy("turns")
  private Next takeTurn() {
    // Read before the log is: an event that came before stop() is then seen in this turn.
    boolean last = stopping;
    takeOrders();
    return dispatch.turn(last, this::receive);
  }

  @GuardedBy("turns")
  private void takeOrders() {
    for (Consumer<Dispatch> order = orders.poll(); order != null; order = orders.poll()) {
      order.accept(dispatch);
    }
  }

  /** Hears how an attempt ended, on the thread that made it. */
  private void receive(Outcome outcome) {
    dispatch.receive(outcome);
    // Otherwise it is the courier's own thread, amidst its turn, and takes another one.
    if (!turns.isHeldByCurrentThread()) {
      helpOut();
    }
  }

  private void helpOut() {
    if (!turns.tryLock()) {
      // Whoever is at it may have looked for outcomes already.
      alarm.ring();
      return;
    }
    try {
      if (!left && (mistake != null || callsForCourier(takeTurn()))) {
        alarm.ring();
      }
    } catch (Throwable e) {
      // The root of a turn: the courier tells it, and leaves.
      mistake = e;
      alarm.ring();
    } finally {
      turns.unlock();
    }
  }

  /**
   * Whether there is something to wait for that neither a request's end tells nor its own sleep.
   */
  @GuardedBy("turns")
  private boolean callsForCourier(Next next) {
    Optional<Duration> due = next.atMost().map(alarm.now().plus(TOLERANCE)::plus);
    boolean sooner =
        due.isPresent() && sleepsUntil.filter(until -> until.compareTo(due.get()) <= 0).isEmpty();
    return next.leaves() || sooner;
  }

  /** Leaves the log without having begun, and without a word of what was to be gone on from. */
  void abandon() {
    orders.clear();
    leave();
  }

  /** Takes no turn any more, and leaves the log. */
  private void leave() {
    turns.lock();
    try {
      left = true;
      closeDispatch();
    } catch (RuntimeException e) {
      condition.tellFailed(e);
    } finally {
      condition.tellStopped();
      turns.unlock();
    }
  }

  /** Whoever goes on is to be paused, too, if that was ordered during the last request. */
  @GuardedBy("turns")
  private void closeDispatch() {
    try {
      takeOrders();
    } finally {
      dispatch.close();
    }
  }
}
