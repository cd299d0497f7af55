package dev.registrynotifications.field;

import dev.registrynotifications.audience.Ledger;
import dev.registrynotifications.audience.Notice;
import dev.registrynotifications.audience.Program;
import dev.registrynotifications.audience.Reply;
import dev.registrynotifications.receiver.ReceivedPost;
import java.util.List;

/** Looks at {@code events[0]} and at nothing else, as scripts between a registry and a CI do. */
final class GlueScript implements Program {

  @Override
  public Reply take(ReceivedPost post, Ledger ledger) {
    ledger.enter(List.of(Notice.of(Notice.eventsIn(post).get(0))));
    return Reply.OK;
  }
}
