package dev.registrynotifications.field;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.registrynotifications.audience.Ledger;
import dev.registrynotifications.audience.Program;
import dev.registrynotifications.audience.Reply;
import dev.registrynotifications.receiver.ReceivedPost;

/** Believes what is signed as Standard Webhooks has it, and leaves the proof to their library. */
record SignatureCheck(Webhook webhook, Program next) implements Program {

  @Override
  public Reply take(ReceivedPost post, Ledger ledger) {
    try {
      webhook.verify(post.text(), post.headers());
      return next.take(post, ledger);
    } catch (WebhookVerificationException e) {
      return Reply.refusal(401, String.valueOf(e.getMessage()));
    }
  }
}
