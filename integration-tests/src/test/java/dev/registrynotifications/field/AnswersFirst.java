package dev.registrynotifications.field;

import dev.registrynotifications.audience.Ledger;
import dev.registrynotifications.audience.Program;
import dev.registrynotifications.audience.Reply;
import dev.registrynotifications.receiver.ReceivedPost;
import java.util.concurrent.Executor;

/**
 * Says 200 to whatever comes, and works afterwards: what it couldn't do it is never sent again.
 *
 * @param worker does the work, in order
 */
record AnswersFirst(Executor worker, Program next) implements Program {

  @Override
  public Reply take(ReceivedPost post, Ledger ledger) {
    worker.execute(() -> next.take(post, ledger));
    return Reply.OK;
  }
}
