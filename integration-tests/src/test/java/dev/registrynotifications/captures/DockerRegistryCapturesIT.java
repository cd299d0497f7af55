package dev.registrynotifications.captures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.peers.DockerRegistry;
import dev.registrynotifications.peers.Program;
import dev.registrynotifications.peers.RegistryUnderTest;
import dev.registrynotifications.peers.RequiresProgram;
import dev.registrynotifications.peers.Subscription;
import dev.registrynotifications.receiver.ReceivedPost;
import java.nio.file.Path;

/** Proves that the cases are right: run against the original, they lead to the captures again. */
@RequiresProgram(Program.DOCKER_REGISTRY)
class DockerRegistryCapturesIT extends CapturesContract {

  private static final String CAPTURED_HEADERS = "blob-push-monolithic";

  @Override
  CaptureSuite suite() {
    return CaptureSuite.EVENTS;
  }

  @Override
  RegistryUnderTest start(Path work, Subscription subscription) throws Exception {
    return DockerRegistry.start(work, subscription);
  }

  @Override
  Outcome expected(String name, CaptureIndex captures) {
    return captures.outcomeOf(name);
  }

  @Override
  void check(ReceivedPost post) {
    CaptureIndex captures = CaptureSuite.EVENTS.captures();
    for (String header : new String[] {"Content-Type", "User-Agent", "Accept-Encoding"}) {
      assertThat(post.header(header)).contains(captures.headerOf(CAPTURED_HEADERS, header));
    }
  }
}
