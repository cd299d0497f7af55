package dev.registrynotifications.endpoint.http;

import com.google.common.base.Ticker;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** Time that passes when a test says so, and what is due then. */
final class ManualDelayer extends Ticker implements Deadlines.Delayer {

  private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparing(Task::due));
  private Duration now = Duration.ZERO;
  private Optional<Error> failure = Optional.empty();
  private int started;

  private record Task(Runnable task, Duration due) {}

  @Override
  public long read() {
    return now.toNanos();
  }

  @Override
  public void run(Runnable task, Duration delay) {
    Optional<Error> failing = failure;
    failure = Optional.empty();
    if (failing.isPresent()) {
      throw failing.get();
    }
    tasks.add(new Task(task, now.plus(delay)));
    started++;
  }

  /** Makes the next task fail to be started. */
  void failNext(Error error) {
    failure = Optional.of(error);
  }

  /** Lets time pass, and does what becomes due. */
  void advance(Duration by) {
    Duration until = now.plus(by);
    while (!tasks.isEmpty() && tasks.element().due().compareTo(until) <= 0) {
      Task next = tasks.remove();
      now = next.due();
      next.task().run();
    }
    now = until;
  }

  /** How many tasks were started so far. */
  int started() {
    return started;
  }

  /** How many of them aren't done. */
  int waiting() {
    return tasks.size();
  }
}
