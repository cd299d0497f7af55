package dev.registrynotifications.dropin;

import dev.registrynotifications.host.HostLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The registry server with the plugin in its plugin directory. */
public final class PluggedHost {

  private PluggedHost() {}

  /**
   * Puts all in place; what is returned only needs to be started.
   *
   * @param work an empty directory
   * @param configuration the text of the configuration file
   */
  public static HostLauncher prepare(Path work, String configuration) throws IOException {
    Path plugins = Files.createDirectory(work.resolve("plugins"));
    Files.copy(Artefacts.pluginJar(), plugins.resolve("registry-notifications.jar"));
    Path file = Files.writeString(work.resolve("config.yml"), configuration);
    return new HostLauncher(Artefacts.hostJar())
        .with("--plugins", plugins.toString())
        .with("--config", file.toString());
  }
}
