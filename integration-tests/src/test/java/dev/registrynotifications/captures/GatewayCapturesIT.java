package dev.registrynotifications.captures;

import dev.registrynotifications.peers.GatewayRegistry;
import dev.registrynotifications.peers.Program;
import dev.registrynotifications.peers.RegistryUnderTest;
import dev.registrynotifications.peers.RequiresProgram;
import dev.registrynotifications.peers.Subscription;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;

/** The gateway, which only sees what the original is asked and answers, tells what it did. */
@RequiresProgram(Program.DOCKER_REGISTRY)
class GatewayCapturesIT extends CapturesIT {

  /** Takes what the original posts itself. */
  private final WebhookReceiver originals = WebhookReceiver.start();

  @AfterEach
  void stopReceiver() {
    originals.close();
  }

  @Override
  RegistryUnderTest start(Path work, Subscription subscription) throws Exception {
    return GatewayRegistry.start(work, Subscription.to(originals.uri()), subscription);
  }

  @Override
  Outcome expected(String name, CaptureIndex captures) {
    return IntendedDifference.expected(name, captures, IntendedDifference.OF_THE_GATEWAY);
  }
}
