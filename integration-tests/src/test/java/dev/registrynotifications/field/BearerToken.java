package dev.registrynotifications.field;

import dev.registrynotifications.audience.Ledger;
import dev.registrynotifications.audience.Program;
import dev.registrynotifications.audience.Reply;
import dev.registrynotifications.receiver.ReceivedPost;

/** Lets in whoever has the token. */
final class BearerToken implements Program {

  private final String authorization;
  private final Program next;

  BearerToken(String token, Program next) {
    this.authorization = "Bearer " + token;
    this.next = next;
  }

  @Override
  public Reply take(ReceivedPost post, Ledger ledger) {
    return post.header("Authorization").filter(authorization::equals).isPresent()
        ? next.take(post, ledger)
        : Reply.refusal(401, "another token, or none");
  }
}
