package dev.registrynotifications.comparison.backlog;

import dev.registrynotifications.comparison.peer.Peer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for a registry to deliver all that it has, and some time more. */
final class Deliveries {

  private static final Duration DEADLINE = Duration.ofMinutes(10);

  /** For what a registry might still deliver that says that nothing is pending. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private Deliveries() {}

  static void awaitEndOf(Peer peer) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    for (long pending = peer.pending(); pending > 0; pending = peer.pending()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "Could not have all delivered within %d minutes: %,d events are left"
                .formatted(DEADLINE.toMinutes(), pending));
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
    }
    TimeUnit.MILLISECONDS.sleep(GRACE.toMillis());
  }
}
