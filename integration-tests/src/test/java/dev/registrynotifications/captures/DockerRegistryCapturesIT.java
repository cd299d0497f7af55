package dev.registrynotifications.captures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.cases.CaptureCase;
import dev.registrynotifications.cases.CaptureCases;
import dev.registrynotifications.peers.DockerRegistry;
import dev.registrynotifications.peers.Program;
import dev.registrynotifications.peers.RegistryUnderTest;
import dev.registrynotifications.peers.RequiresProgram;
import dev.registrynotifications.peers.Subscription;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that the cases are right: run against the original, they lead to the captures again. */
@RequiresProgram(Program.DOCKER_REGISTRY)
class DockerRegistryCapturesIT {

  private final CaptureIndex captures = new CaptureIndex();
  private final WebhookReceiver receiver = WebhookReceiver.start();

  @TempDir private Path work;
  private RegistryUnderTest registry;

  @BeforeEach
  void startRegistry() throws Exception {
    registry = DockerRegistry.start(work, Subscription.to(receiver.uri()));
  }

  @AfterEach
  void stopRegistry() {
    registry.close();
    receiver.close();
  }

  @TestFactory
  Stream<DynamicTest> repeatsCapture() {
    CaptureRun run = new CaptureRun(registry.uri(), receiver);
    return CaptureCases.inOrder().stream()
        .map(captured -> DynamicTest.dynamicTest(captured.name(), () -> repeat(captured, run)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Type", "User-Agent", "Accept-Encoding"})
  void postsWithTheHeadersOfTheCapture(String header) {
    CaptureCase first = CaptureCases.inOrder().get(0);
    CaptureRun run = new CaptureRun(registry.uri(), receiver);

    run.of(first);

    assertThat(run.posts()).hasSize(1);
    assertThat(run.posts().get(0).header(header)).contains(captures.headerOf(first.name(), header));
  }

  private void repeat(CaptureCase captured, CaptureRun run) {
    Outcome outcome = run.of(captured);

    assertThat(outcome.toString()).isEqualTo(captures.outcomeOf(captured.name()).toString());
  }
}
