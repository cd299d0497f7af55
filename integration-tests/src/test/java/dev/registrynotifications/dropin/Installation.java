package dev.registrynotifications.dropin;

import dev.registrynotifications.host.HostLauncher;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A server's plugin directory with the plugin in it, and its configuration file.
 *
 * @param plugins the plugin directory
 * @param configuration the configuration file
 */
public record Installation(Path plugins, Path configuration) {

  /**
   * Puts both in place.
   *
   * @param work an empty directory
   * @param configuration the text of the configuration file
   */
  public static Installation in(Path work, String configuration) throws IOException {
    Path plugins = Files.createDirectory(work.resolve("plugins"));
    Files.copy(Artefacts.pluginJar(), plugins.resolve("registry-notifications.jar"));
    return new Installation(plugins, Files.writeString(work.resolve("config.yml"), configuration));
  }

  /** The registry server with it; what is returned only needs to be started. */
  public HostLauncher host() {
    return new HostLauncher(Artefacts.hostJar())
        .with("--plugins", plugins.toString())
        .with("--config", configuration.toString());
  }

  /**
   * The gateway to another registry with it, on a JVM that doesn't put much into a short life; what
   * is returned only needs to be started.
   */
  public HostLauncher gatewayTo(URI upstream) {
    return host()
        .withJvm("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
        .with("--upstream", upstream.toString());
  }
}
