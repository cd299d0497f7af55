package dev.registrynotifications.delivery;

import dev.registrynotifications.audience.Ledger;
import dev.registrynotifications.audience.Program;
import dev.registrynotifications.audience.Reply;
import dev.registrynotifications.receiver.ReceivedPost;
import java.util.function.Predicate;

/** Refuses some requests, until it is mended. Safe for use by several threads. */
final class Mendable implements Program {

  private final int status;
  private final Predicate<ReceivedPost> refused;
  private final Program next = Program.readingAll();
  private volatile boolean mended;

  private Mendable(int status, Predicate<ReceivedPost> refused) {
    this.status = status;
    this.refused = refused;
  }

  /** Answers every request with that status. */
  static Mendable refusingAll(int status) {
    return new Mendable(status, post -> true);
  }

  /** Answers requests with something of one repository with that status. */
  static Mendable refusing(String repository, int status) {
    return new Mendable(status, post -> post.text().contains("\"" + repository + "\""));
  }

  /** Takes everything from now on. */
  void mend() {
    mended = true;
  }

  @Override
  public Reply take(ReceivedPost post, Ledger ledger) {
    return !mended && refused.test(post)
        ? Reply.refusal(status, "not mended yet")
        : next.take(post, ledger);
  }
}
