package dev.registrynotifications.bench.webhook;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** A webhook in a process of its own, so that its CPU time isn't that of what sends to it. */
public record ChildWebhook(Process process, URI url) implements Webhook {

  /** Starts it. */
  public static ChildWebhook start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                WebhookProcess.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader lines = process.inputReader();
    String port = lines.readLine();
    if (port == null) {
      throw new IOException("Could not start the webhook: its process has ended");
    }
    return new ChildWebhook(process, Webhook.urlOf(Integer.parseInt(port)));
  }

  /** What it has used so far, by the clock ticks of the operating system. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
