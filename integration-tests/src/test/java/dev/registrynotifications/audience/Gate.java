package dev.registrynotifications.audience;

import static dev.registrynotifications.Patience.DEADLINE;

import dev.registrynotifications.receiver.ReceivedPost;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps all requests waiting until it is opened, so that others pile up behind them. */
public final class Gate implements Program {

  private final CountDownLatch open = new CountDownLatch(1);
  private final Program next;

  /** A closed one. */
  public Gate(Program next) {
    this.next = next;
  }

  /** Lets everything through from now on. */
  public void open() {
    open.countDown();
  }

  @Override
  public Reply take(ReceivedPost post, Ledger ledger) {
    try {
      return open.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)
          ? next.take(post, ledger)
          : Reply.refusal(503, "closed for too long");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.refusal(503, "interrupted");
    }
  }
}
