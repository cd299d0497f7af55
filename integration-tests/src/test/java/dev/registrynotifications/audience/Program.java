package dev.registrynotifications.audience;

import dev.registrynotifications.receiver.ReceivedPost;

/**
 * A program that takes webhooks. What it insists on is in front of what it does: each class here
 * adds one habit to the next program. Called by several threads.
 */
@FunctionalInterface
public interface Program {

  /** Takes a request, and enters into the ledger what it has understood; or refuses it. */
  Reply take(ReceivedPost post, Ledger ledger);

  /** Reads every event and insists on nothing. */
  static Program readingAll() {
    return (post, ledger) -> {
      ledger.enter(Notice.allIn(post));
      return Reply.OK;
    };
  }
}
