package dev.registrynotifications.bench.webhook;

import dev.registrynotifications.bench.run.ChildJvm;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A webhook in a process of its own, so that its CPU time isn't that of what sends to it. */
public record ChildWebhook(ChildJvm jvm, URI url) implements Webhook {

  private static final Duration TO_START = Duration.ofSeconds(30);

  /** Starts it. */
  public static ChildWebhook start() throws IOException {
    ChildJvm jvm = ChildJvm.start(List.of("-Xmx64m"), WebhookProcess.class);
    try {
      return new ChildWebhook(jvm, Webhook.urlOf(Integer.parseInt(jvm.line(TO_START))));
    } catch (IOException | RuntimeException e) {
      jvm.close();
      throw e;
    }
  }

  /** What it has used so far, by the clock ticks of the operating system. */
  public Duration cpu() {
    return jvm.cpu();
  }

  @Override
  public void close() {
    jvm.close();
  }
}
