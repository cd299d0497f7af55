package dev.registrynotifications.peers;

import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

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
    return new HostRegistry(Installation.in(work, subscription.yaml()).host().start());
  }

  @Override
  public URI uri() {
    return process.baseUri();
  }

  @Override
  public void close() {
    process.close();
  }
}
