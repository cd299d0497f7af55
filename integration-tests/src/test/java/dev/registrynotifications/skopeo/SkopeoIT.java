package dev.registrynotifications.skopeo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.captures.Outcome;
import dev.registrynotifications.peers.DockerRegistry;
import dev.registrynotifications.peers.HostRegistry;
import dev.registrynotifications.peers.Program;
import dev.registrynotifications.peers.RegistryUnderTest;
import dev.registrynotifications.peers.RequiresProgram;
import dev.registrynotifications.peers.Subscription;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The same commands at our registry and at the original lead to the same webhooks. */
@RequiresProgram({Program.SKOPEO, Program.DOCKER_REGISTRY})
class SkopeoIT {

  private final WebhookReceiver receiver = WebhookReceiver.start();
  private final WebhookReceiver originalsReceiver = WebhookReceiver.start();

  @TempDir private Path work;
  private RegistryUnderTest registry;
  private RegistryUnderTest original;

  @BeforeEach
  void startRegistries() throws Exception {
    original =
        DockerRegistry.start(directory("original"), Subscription.to(originalsReceiver.uri()));
    registry = HostRegistry.start(directory("ours"), Subscription.to(receiver.uri()));
  }

  @AfterEach
  void stopRegistries() {
    registry.close();
    original.close();
    receiver.close();
    originalsReceiver.close();
  }

  @TestFactory
  Stream<DynamicTest> postsWhatTheOriginalPosts() throws IOException {
    Path image = work.resolve("image");
    OciLayout.write(image);
    Skopeo skopeo = new Skopeo(work.resolve("skopeo.log"));
    SkopeoRun ours = new SkopeoRun(skopeo, registry, receiver);
    SkopeoRun originals = new SkopeoRun(skopeo, original, originalsReceiver);
    List<SkopeoCommand> commands = SkopeoCommand.all(image, work.resolve("pulled"));
    List<SkopeoCommand> again = SkopeoCommand.all(image, work.resolve("pulled-from-original"));
    return IntStream.range(0, commands.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    commands.get(i).name(),
                    () -> {
                      Outcome outcome = ours.of(commands.get(i));

                      Outcome expected = originals.of(again.get(i));
                      assertThat(expected.bodies()).hasSize(commands.get(i).events());
                      assertThat(outcome.toString()).isEqualTo(expected.toString());
                    }));
  }

  private Path directory(String name) throws IOException {
    return Files.createDirectory(work.resolve(name));
  }
}
