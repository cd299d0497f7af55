package dev.registrynotifications.comparison.deliver;

import dev.registrynotifications.bench.run.Effort;
import dev.registrynotifications.comparison.deliver.BacklogSource.Backlog;
import dev.registrynotifications.comparison.receiver.ChildReceiver;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets the receiver in on a backlog, and reads all counters before and after a while.
 *
 * @param receiver refuses connections before and after
 */
record Measurement(ChildReceiver receiver, Effort effort) {

  private static final Duration TO_BEGIN = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  /** A result that may be of less time than was asked for: until nothing was left. */
  record Result(Figures figures, boolean exhausted) {}

  Result of(Case measured, Backlog backlog) throws IOException, InterruptedException {
    receiver.listen(measured.behaviour());
    try {
      awaitFirst(measured);
      sleep(effort.warmUp());
      Reading before = Reading.of(backlog.peer(), receiver);
      sleep(effort.measured());
      Reading after = Reading.of(backlog.peer(), receiver);
      boolean exhausted = after.tally().mostEvents() >= backlog.events();
      return new Result(exhausted ? after.atLast().since(before) : after.since(before), exhausted);
    } finally {
      receiver.refuse();
    }
  }

  private void awaitFirst(Case measured) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TO_BEGIN.toNanos();
    while (receiver.tally().paths() < measured.endpoints()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "Could not measure %s: after %d s not all endpoints deliver"
                .formatted(measured.name(), TO_BEGIN.toSeconds()));
      }
      sleep(BETWEEN_LOOKS);
    }
  }

  private static void sleep(Duration time) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(time.toMillis());
  }
}
