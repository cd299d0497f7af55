package dev.registrynotifications.gateway;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.captures.EventTap;
import dev.registrynotifications.cases.RegistryClient;
import dev.registrynotifications.demo.DemoImage;
import dev.registrynotifications.peers.Program;
import dev.registrynotifications.peers.RequiresProgram;
import dev.registrynotifications.skopeo.OciLayout;
import dev.registrynotifications.skopeo.Skopeo;
import dev.registrynotifications.skopeo.SkopeoCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway tells of the same requests what the original behind it tells. */
@RequiresProgram({Program.DOCKER_REGISTRY, Program.SKOPEO})
class DifferentialIT {

  @TempDir private static Path work;
  private static Witnesses witnesses;

  @BeforeAll
  static void start() throws Exception {
    witnesses = Witnesses.start(Files.createDirectory(work.resolve("registries")));
  }

  @AfterAll
  static void stop() {
    witnesses.close();
  }

  @BeforeEach
  void forget() {
    witnesses.forget();
  }

  @Test
  void tellsOfOneClientsRequestsTheSameInTheSameOrder() {
    Session.prepare(new RegistryClient(witnesses.registry().originalUri()));
    RegistryClient client = witnesses.client();
    EventTap tap = witnesses.tap(client, Session.REPOSITORIES);
    List<String> answers = new ArrayList<>();

    tap.run(() -> answers.addAll(Session.run(client)));

    assertThat(answers).isEqualTo(Session.expected());
    List<String> ours = Told.inOrder(witnesses.ours());
    List<String> expected =
        Told.inOrder(Difference.appliedTo(witnesses.originals(), Difference.OF_THE_SESSION));
    assertThat(Comparison.of(expected, ours)).isEqualTo(Comparison.EQUAL);
    assertThat(ours).isEqualTo(expected);
  }

  @Test
  void tellsOfSkopeoTheSame() throws Exception {
    OciLayout.write(work.resolve("image"));
    Skopeo skopeo = new Skopeo(work.resolve("skopeo.log"));
    String registry = witnesses.registry().hostAndPort();
    EventTap tap = witnesses.tap(witnesses.client(), SkopeoCommand.REPOSITORIES);

    for (SkopeoCommand command : SkopeoCommand.all(work.resolve("image"), work.resolve("pulled"))) {
      tap.run(() -> skopeo.run(command.at(registry)));

      assertThatBothTell(command.events(), command.name());
      witnesses.forget();
    }
  }

  @Test
  void tellsOfJibTheSame() throws Exception {
    Path files = Files.createDirectory(work.resolve("jib"));
    DemoImage image = new DemoImage(files, witnesses.registry().uri().getPort());
    EventTap tap = witnesses.tap(witnesses.client(), List.of("demo/hello"));

    image.push();
    image.pull();
    tap.run(() -> {});

    assertThatBothTell(6, "jib");
  }

  @Test
  void tellsOfManyClientsTheSame() {
    EventTap tap = witnesses.tap(witnesses.client(), Crowd.REPOSITORIES);

    int done = Crowd.run(witnesses.registry().uri());
    tap.run(() -> {});

    assertThatBothTell(done, "a crowd");
  }

  /**
   * Awaited in spite of the fences: a pull is told of when its answer is complete, and that a
   * client may know, on a connection of its own, before the server does.
   */
  private static void assertThatBothTell(int count, String what) {
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () -> {
              List<String> originals = Told.inAnyOrder(witnesses.originals());
              List<String> ours = Told.inAnyOrder(witnesses.ours());
              assertThat(Comparison.of(originals, ours)).as(what).isEqualTo(Comparison.EQUAL);
              assertThat(ours).as(what).hasSize(count);
            });
  }
}
