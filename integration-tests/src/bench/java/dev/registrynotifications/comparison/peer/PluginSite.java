package dev.registrynotifications.comparison.peer;

import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory with our registry's plugin and its journal, where it is started again and again. */
public record PluginSite(Installation installation) implements Site {

  /** Nothing is thrown away while it is measured. */
  private static final String JOURNAL = "{maxBytes: 64GiB, retention: 1000h}";

  private static final String KEYS = "maxBackoff: 1s, startFrom: earliest";

  /** Puts the plugin into an empty directory. */
  public static PluginSite in(Path work) throws IOException {
    return new PluginSite(Installation.in(work, ""));
  }

  /** Endpoints that are new begin with the oldest event of the journal. */
  @Override
  public Peer start(Webhooks webhooks) throws IOException, InterruptedException {
    Files.writeString(installation.configuration(), configuration(webhooks.with(KEYS)));
    HostProcess host = installation.host().with("--storage", "memory").start();
    try {
      return PluginHost.of(host, webhooks);
    } catch (RuntimeException e) {
      host.close();
      throw e;
    }
  }

  private static String configuration(Webhooks webhooks) {
    return """
        notifications:
          enabled: true
          journal: %s
          %s"""
        .formatted(JOURNAL, webhooks.yaml());
  }
}
