package dev.registrynotifications.comparison.host;

import dev.registrynotifications.bench.run.WorkDirectory;
import dev.registrynotifications.bench.webhook.ChildWebhook;
import dev.registrynotifications.bench.webhook.Webhook;
import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostLauncher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A registry that is measured: without the plugin, or with it and an endpoint.
 *
 * @param name what people read
 * @param kind how its endpoint is
 * @param rounds what it did in each round
 */
record Peer(String name, Kind kind, List<Pushed> rounds) {

  Peer(String name, Kind kind) {
    this(name, kind, new ArrayList<>());
  }

  /** How its endpoint is. */
  enum Kind {
    WITHOUT_PLUGIN,
    DOWN,
    ANSWERING
  }

  /** A registry without the plugin has a webhook, too, that nobody tells anything. */
  Webhook webhook() throws IOException {
    return kind == Kind.ANSWERING ? ChildWebhook.start() : Webhook.refusing();
  }

  /** How to start it. */
  HostLauncher launcher(WorkDirectory work, Webhook webhook) throws IOException {
    return kind == Kind.WITHOUT_PLUGIN
        ? new HostLauncher(Path.of(System.getProperty("hostJar")))
        : Installation.in(work.path(), configuration(webhook)).host();
  }

  private static String configuration(Webhook webhook) {
    return """
        notifications:
          enabled: true
          endpoints:
            - {name: hook, url: '%s'}
        """
        .formatted(webhook.url());
  }
}
