package dev.registrynotifications.peers;

import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostLauncher;
import dev.registrynotifications.host.HostProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The original behind our gateway, a process each. Clients talk to the gateway; both tell of what
 * they do, so that each of it is told twice.
 */
public final class GatewayRegistry implements RegistryUnderTest {

  private final DockerRegistry original;
  private final HostProcess gateway;

  private GatewayRegistry(DockerRegistry original, HostProcess gateway) {
    this.original = original;
    this.gateway = gateway;
  }

  /**
   * Starts both and waits until they answer.
   *
   * @param work an empty directory for their files
   * @param originals what the original posts
   * @param ours what the gateway posts
   */
  public static GatewayRegistry start(Path work, Subscription originals, Subscription ours)
      throws IOException, InterruptedException {
    DockerRegistry original =
        DockerRegistry.start(Files.createDirectory(work.resolve("original")), originals);
    try {
      Path directory = Files.createDirectory(work.resolve("gateway"));
      HostLauncher gateway = Installation.in(directory, ours.yaml()).gatewayTo(original.uri());
      return new GatewayRegistry(original, gateway.start());
    } catch (IOException | InterruptedException | RuntimeException e) {
      original.close();
      throw e;
    }
  }

  /** The gateway's root. */
  @Override
  public URI uri() {
    return gateway.baseUri();
  }

  /** The root of the registry behind it. */
  public URI originalUri() {
    return original.uri();
  }

  /** The gateway's process. */
  public HostProcess gateway() {
    return gateway;
  }

  @Override
  public void close() {
    gateway.close();
    original.close();
  }
}
