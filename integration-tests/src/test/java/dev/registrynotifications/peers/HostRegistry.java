package dev.registrynotifications.peers;

import dev.registrynotifications.host.HostLauncher;
import dev.registrynotifications.host.HostProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Our registry with the plugin's jar in its plugin directory, and an empty storage in memory. */
public final class HostRegistry implements RegistryUnderTest {

  private final HostProcess process;

  private HostRegistry(HostProcess process) {
    this.process = process;
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param work an empty directory for its configuration, plugins and journal
   */
  public static HostRegistry start(Path work, Subscription subscription)
      throws IOException, InterruptedException {
    Path configuration = Files.writeString(work.resolve("config.yml"), subscription.yaml());
    Path plugins = Files.createDirectory(work.resolve("plugins"));
    Files.copy(jar("pluginJar"), plugins.resolve("registry-notifications.jar"));
    return new HostRegistry(
        new HostLauncher(jar("hostJar"))
            .with("--plugins", plugins.toString())
            .with("--config", configuration.toString())
            .start());
  }

  @Override
  public URI uri() {
    return process.baseUri();
  }

  @Override
  public void close() {
    process.close();
  }

  private static Path jar(String property) {
    return Path.of(
        Objects.requireNonNull(
            System.getProperty(property), "the build sets the system property " + property));
  }
}
