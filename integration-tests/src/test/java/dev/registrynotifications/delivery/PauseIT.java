package dev.registrynotifications.delivery;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.audience.Audience;
import dev.registrynotifications.audience.Program;
import dev.registrynotifications.audience.Visit;
import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostLines;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.management.EndpointMXBean;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver that has gone is left alone until somebody says that it is back. */
class PauseIT {

  @TempDir private Path work;

  @Test
  void nothingIsSentToAnEndpointThatIsGoneUntilItIsResumed() throws Exception {
    Mendable gone = Mendable.refusingAll(410);
    try (Audience audience =
            new Audience().with("gone", gone, "backoff: 10ms").with("good", Program.readingAll());
        HostProcess host = Installation.in(work, audience.configuration()).host().start();
        RemoteBeans beans = RemoteBeans.of(ProcessHandle.of(host.pid()).orElseThrow())) {
      EndpointMXBean endpoint = beans.endpoint("gone");
      Visit visit = new Visit(host.baseUri(), "team/app");
      visit.pushBlobs(1);
      await().atMost(DEADLINE).until(endpoint::getState, "paused"::equals);

      visit.pushBlobs(9);
      await().atMost(DEADLINE).until(() -> audience.of("good").notices().size() == 10);

      assertThat(audience.of("gone").refusals()).hasSize(1);
      assertThat(endpoint.getState()).isEqualTo("paused");
      assertThat(endpoint.getPending()).isEqualTo(10);
      HostLines.awaitAny("Endpoint gone is paused: it answered 410", host);

      gone.mend();
      endpoint.resume();

      await().atMost(DEADLINE).until(() -> audience.of("gone").notices().size() >= 10);
      assertThat(audience.of("gone").happenings()).isEqualTo(visit.happenings());
      assertThat(audience.of("gone").refusals()).hasSize(1);
      await().atMost(DEADLINE).until(endpoint::getState, "delivering"::equals);
      await().atMost(DEADLINE).until(endpoint::getPending, pending -> pending == 0);
    }
  }
}
