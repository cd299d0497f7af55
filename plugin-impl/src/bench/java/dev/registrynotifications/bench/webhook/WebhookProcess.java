package dev.registrynotifications.bench.webhook;

import java.io.IOException;

/** A webhook in a process of its own, for {@link ChildWebhook}. Says its port, and takes all. */
final class WebhookProcess {

  private WebhookProcess() {}

  /** Runs until its standard input ends, as it does when the parent has gone. */
  public static void main(String[] args) throws IOException {
    try (Webhook webhook = Webhook.well(head -> {})) {
      System.out.println(webhook.url().getPort());
      int unused = System.in.read();
    }
  }
}
