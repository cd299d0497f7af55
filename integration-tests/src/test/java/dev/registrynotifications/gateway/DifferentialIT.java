package dev.registrynotifications.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.captures.EventTap;
import dev.registrynotifications.cases.RegistryClient;
import dev.registrynotifications.peers.Program;
import dev.registrynotifications.peers.RequiresProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway tells of the same requests what the original behind it tells. */
@RequiresProgram({Program.DOCKER_REGISTRY, Program.SKOPEO})
class DifferentialIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path work;
  private Witnesses witnesses;

  @BeforeEach
  void start() throws Exception {
    witnesses = Witnesses.start(work);
  }

  @AfterEach
  void stop() {
    witnesses.close();
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
    List<String> expected = Told.inOrder(Difference.appliedTo(witnesses.originals()));
    assertThat(Comparison.of(expected, ours)).isEqualTo(Comparison.EQUAL);
    assertThat(ours).isEqualTo(expected);
  }
}
