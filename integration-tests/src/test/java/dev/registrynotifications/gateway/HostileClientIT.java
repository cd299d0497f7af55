package dev.registrynotifications.gateway;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.captures.EventTap;
import dev.registrynotifications.cases.RegistryClient;
import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.peers.Program;
import dev.registrynotifications.peers.RequiresProgram;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever clients do, the gateway goes on, and tells of nothing that the original doesn't. */
@RequiresProgram(Program.DOCKER_REGISTRY)
class HostileClientIT {

  private static final int ROUNDS = 2;

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
  void goesOnAndTellsOfNothingThatDidNotHappen() {
    new RegistryClient(witnesses.registry().originalUri())
        .pushBlob(Target.PLACE.repository(), Target.LARGE);
    EventTap tap = witnesses.tap(witnesses.client(), List.of(Target.PLACE.repository()));
    visit();
    try (RemoteBeans beans = RemoteBeans.of(process())) {
      tap.run(this::attack);
      Vitals before = Vitals.of(beans);

      for (int round = 0; round < ROUNDS; round++) {
        tap.run(this::attack);
      }

      visit();
      assertThatBothTellTheSame(tap);
      assertThatNothingRemains(beans, before);
    }
    assertThat(troubles()).isEmpty();
  }

  private void attack() {
    Attacks.all().forEach(attack -> attack.on(witnesses.registry().uri()));
  }

  private void visit() {
    RegistryClient client = witnesses.client();
    Target.visit(client);
    assertThat(client.takeStatuses()).isEqualTo(Target.STATUSES);
  }

  private ProcessHandle process() {
    return ProcessHandle.of(witnesses.registry().gateway().pid()).orElseThrow();
  }

  private void assertThatBothTellTheSame(EventTap tap) {
    tap.run(() -> {});
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () -> {
              List<String> expected =
                  Told.inAnyOrder(
                      Difference.appliedTo(witnesses.originals(), Difference.OF_HOSTILE_CLIENTS));
              assertThat(Comparison.of(expected, Told.inAnyOrder(witnesses.ours())))
                  .isEqualTo(Comparison.EQUAL);
            });
  }

  private static void assertThatNothingRemains(RemoteBeans beans, Vitals before) {
    await()
        .atMost(DEADLINE)
        .untilAsserted(
            () -> {
              Vitals after = Vitals.of(beans);
              assertThat(after.isBackAt(before)).as("%s, before %s", after, before).isTrue();
            });
  }

  private List<String> troubles() {
    return witnesses.registry().gateway().output().stream()
        .filter(line -> line.contains(" SEVERE ") || line.startsWith("\tat "))
        .toList();
  }
}
