package dev.registrynotifications.delivery;

import static dev.registrynotifications.Patience.DEADLINE;

import dev.registrynotifications.audience.Ledger;
import dev.registrynotifications.audience.Notice;
import dev.registrynotifications.audience.Program;
import dev.registrynotifications.audience.Reply;
import dev.registrynotifications.receiver.ReceivedPost;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Notes which requests overlap. Holds the first ones until so many have come that they must: none
 * of them is answered before. Safe for use by several threads.
 */
final class OverlapWatch implements Program {

  private final Program next = Program.readingAll();
  private final CountDownLatch together;

  // The rest is guarded by this.
  private final List<String> underWay = new ArrayList<>();
  private final List<String> overlaps = new ArrayList<>();
  private int most;

  OverlapWatch(int together) {
    this.together = new CountDownLatch(together);
  }

  /** How many requests were under way at once, at the most. */
  synchronized int most() {
    return most;
  }

  /** Repositories of which two requests were under way at once. */
  synchronized List<String> overlaps() {
    return List.copyOf(overlaps);
  }

  @Override
  public Reply take(ReceivedPost post, Ledger ledger) {
    String repository = Notice.allIn(post).get(0).happening().repository();
    begin(repository);
    try {
      together.countDown();
      return together.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)
          ? next.take(post, ledger)
          : Reply.refusal(503, "too few came together");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.refusal(503, "interrupted");
    } finally {
      end(repository);
    }
  }

  private synchronized void begin(String repository) {
    if (underWay.contains(repository)) {
      overlaps.add(repository);
    }
    underWay.add(repository);
    most = Math.max(most, underWay.size());
  }

  /** Before the answer: whoever has that may send the next one at once. */
  private synchronized void end(String repository) {
    underWay.remove(repository);
  }
}
