package dev.registrynotifications.field;

import dev.registrynotifications.audience.Ledger;
import dev.registrynotifications.audience.Program;
import dev.registrynotifications.audience.Reply;
import dev.registrynotifications.receiver.ReceivedPost;

/** Compares the whole {@code Content-Type} with what it knows: one with a charset is another. */
record ExactMediaType(String mediaType, Program next) implements Program {

  static final String V1 = "application/vnd.docker.distribution.events.v1+json";
  static final String V2 = "application/vnd.docker.distribution.events.v2+json";
  static final String JSON = "application/json";

  @Override
  public Reply take(ReceivedPost post, Ledger ledger) {
    String given = post.header("Content-Type").orElse("");
    return given.equals(mediaType) ? next.take(post, ledger) : Reply.refusal(415, given);
  }
}
