package dev.registrynotifications.delivery;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.audience.Audience;
import dev.registrynotifications.audience.Gate;
import dev.registrynotifications.audience.Ledger;
import dev.registrynotifications.audience.Program;
import dev.registrynotifications.audience.Visit;
import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.management.EndpointMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repositories don't wait for each other, and within one everything keeps its order. */
class LanesIT {

  @TempDir private Path work;

  @Test
  void poisonOfOneRepositoryHoldsUpNoOther() throws Exception {
    Mendable program = Mendable.refusing("poison/app", 500);
    try (Audience audience = new Audience().with("ci", program, "backoff: 100ms");
        HostProcess host = start(audience);
        RemoteBeans beans = RemoteBeans.of(ProcessHandle.of(host.pid()).orElseThrow())) {
      EndpointMXBean ci = beans.endpoint("ci");
      Ledger ledger = audience.of("ci");
      Visit poison = new Visit(host.baseUri(), "poison/app");
      Visit good = new Visit(host.baseUri(), "team/app");
      poison.pushBlobs(2);

      // It is only poison if others are delivered in between.
      await().atMost(DEADLINE).until(() -> pushOne(good, ci), letters -> letters == 2);

      awaitCount(ledger, good.happenings().size());
      assertThat(ledger.happenings()).isEqualTo(good.happenings());
      assertThat(ci.getDeadLetters()).isEqualTo(2);
      await().atMost(DEADLINE).until(ci::getPending, pending -> pending == 0);
      assertThat(ci.listDeadLetters(10))
          .allMatch(letter -> letter.getRepository().equals("poison/app"))
          .allMatch(letter -> letter.getLastStatus() == 500);

      program.mend();
      assertThat(ci.redriveDeadLetters()).isEqualTo(2);
      awaitCount(ledger, good.happenings().size() + 2);
      assertThat(ledger.happeningsIn("poison/app")).isEqualTo(poison.happenings());
      await().atMost(DEADLINE).until(ci::getDeadLetters, letters -> letters == 0);
    }
  }

  private static long pushOne(Visit visit, EndpointMXBean endpoint) {
    visit.pushBlobs(1);
    return endpoint.getDeadLettered();
  }

  @Test
  void requestsOverlapButNeverTwoOfOneRepository() throws Exception {
    OverlapWatch watch = new OverlapWatch(4);
    try (Audience audience = new Audience().with("ci", watch, "concurrency: 4");
        HostProcess host = start(audience)) {
      List<Visit> visits = visits(host, "a/app", "b/app", "c/app", "d/app", "e/app", "f/app");

      for (int i = 0; i < 10; i++) {
        visits.forEach(visit -> visit.pushBlobs(1));
      }

      awaitCount(audience.of("ci"), 60);
      assertThat(watch.most()).isEqualTo(4);
      assertThat(watch.overlaps()).isEmpty();
      assertInOrder(audience.of("ci"), visits);
    }
  }

  @Test
  void batchesKeepTheOrderOfEachRepository() throws Exception {
    Gate gate = new Gate(Program.readingAll());
    try (Audience audience =
            new Audience().with("ci", gate, "batch: {maxEvents: 10, linger: 200ms}");
        HostProcess host = start(audience)) {
      List<Visit> visits = visits(host, "a/app", "b/app");
      for (int i = 0; i < 20; i++) {
        visits.forEach(visit -> visit.pushBlobs(1));
      }

      gate.open();

      awaitCount(audience.of("ci"), 40);
      assertThat(audience.of("ci").entries())
          .hasSizeLessThan(40)
          .allMatch(entry -> entry.size() <= 10)
          .anyMatch(entry -> entry.size() == 10);
      assertInOrder(audience.of("ci"), visits);
    }
  }

  private HostProcess start(Audience audience) throws Exception {
    return Installation.in(work, audience.configuration()).host().start();
  }

  private static List<Visit> visits(HostProcess host, String... repositories) {
    return Stream.of(repositories).map(name -> new Visit(host.baseUri(), name)).toList();
  }

  private static void awaitCount(Ledger ledger, int count) {
    await().atMost(DEADLINE).until(() -> ledger.notices().size() >= count);
  }

  private static void assertInOrder(Ledger ledger, List<Visit> visits) {
    for (Visit visit : visits) {
      assertThat(ledger.happeningsIn(visit.repository())).isEqualTo(visit.happenings());
    }
    assertThat(ledger.refusals()).isEmpty();
  }
}
