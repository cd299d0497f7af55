package dev.registrynotifications.reload;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.audience.Audience;
import dev.registrynotifications.audience.Program;
import dev.registrynotifications.audience.ProgramServer;
import dev.registrynotifications.audience.Visit;
import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostLines;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.management.NotificationsMXBean;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A registry follows its configuration file without a restart, and its receivers notice nothing.
 */
class ReloadIT {

  private static final int CHANGES = 12;
  private static final int MOST_PUSHES = 100_000;
  private static final String HAS_CHANGED = "Endpoint one has changed (headers); ";

  /** Whoever is waited for too short a time, on a busy machine, has its request sent again. */
  private static final String PATIENT = "shutdownTimeout: 30s";

  @TempDir private Path work;
  private ProgramServer one;
  private ProgramServer two;

  @BeforeEach
  void startReceivers() {
    one = ProgramServer.start(Program.readingAll());
    two = ProgramServer.start(Program.readingAll());
  }

  @AfterEach
  void stopReceivers() {
    one.close();
    two.close();
  }

  @Test
  void followsItsFile() throws Exception {
    Installation site = Installation.in(work, Audience.configuration(List.of(one(0))));
    try (HostProcess host = site.host().start();
        RemoteBeans beans = RemoteBeans.of(ProcessHandle.of(host.pid()).orElseThrow())) {
      NotificationsMXBean plugin = beans.notifications();
      Visit visit = new Visit(host.baseUri(), "team/app");
      visit.pushBlobs(3);

      replace(site, Audience.configuration(List.of(one(1), endpointTwo())));
      HostLines.awaitAny("Endpoint one has changed (headers); ", host);
      HostLines.awaitAny("Endpoint two at ", host);
      visit.pushBlobs(3);
      awaitCount(one, 6);
      awaitCount(two, 3);

      replace(site, Audience.configuration(List.of(one(2), "{name: one}")));
      HostLines.awaitAny("is taken by the endpoint", host);
      assertThat(plugin.getConfigurationProblems()).contains("1. ", "2. ");
      assertThat(plugin.getEndpoints()).containsExactly("one", "two");
      visit.pushBlobs(3);
      awaitCount(one, 9);
      awaitCount(two, 6);

      replace(site, Audience.configuration(List.of(one(1))));
      HostLines.awaitAny("Endpoint two is removed; 0 pending", host);
      HostLines.awaitAny(
          "The configuration has no mistakes any more and is in force as it is now", host);
      assertThat(plugin.getConfigurationProblems()).isEmpty();
      assertThat(plugin.getEndpoints()).containsExactly("one");
      visit.pushBlobs(3);
      awaitCount(one, 12);

      assertThat(one.ledger().happenings()).isEqualTo(visit.happenings());
      assertThat(two.ledger().happenings()).isEqualTo(visit.happenings().subList(3, 9));
    }
  }

  @Test
  void losesAndRepeatsNothingWhenItsMBeanIsToldToReload() throws Exception {
    Installation site = Installation.in(work, Audience.configuration(List.of(one(0)), PATIENT));
    AtomicBoolean enough = new AtomicBoolean();
    try (HostProcess host = site.host().start();
        RemoteBeans beans = RemoteBeans.of(ProcessHandle.of(host.pid()).orElseThrow())) {
      NotificationsMXBean plugin = beans.notifications();
      Visit visit = new Visit(host.baseUri(), "team/app");
      CompletableFuture<Void> pushing = CompletableFuture.runAsync(() -> push(visit, enough));

      try {
        for (int change = 1; change <= CHANGES; change++) {
          awaitCount(one, one.ledger().notices().size() + 5);
          replace(site, Audience.configuration(List.of(one(change)), PATIENT));
          // Empty if the watch, which looks by itself, has been faster.
          assertThat(plugin.reload())
              .hasSizeLessThanOrEqualTo(1)
              .allMatch(line -> line.startsWith(HAS_CHANGED));
        }
        assertThat(plugin.reload()).isEmpty();
        HostLines.awaitAll(CHANGES, HAS_CHANGED, host);
      } finally {
        enough.set(true);
        pushing.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
      }

      awaitCount(one, visit.happenings().size());
      assertThat(one.ledger().happenings()).isEqualTo(visit.happenings());
    }
  }

  private static void push(Visit visit, AtomicBoolean enough) {
    for (int i = 0; i < MOST_PUSHES && !enough.get(); i++) {
      visit.pushBlobs(1);
    }
  }

  @Test
  void saysToWhoeverReloadsWhatIsWrong() throws Exception {
    Installation site = Installation.in(work, Audience.configuration(List.of(one(0))));
    try (HostProcess host = site.host().start();
        RemoteBeans beans = RemoteBeans.of(ProcessHandle.of(host.pid()).orElseThrow())) {
      NotificationsMXBean plugin = beans.notifications();
      replace(site, Audience.configuration(List.of("{name: one, url: nowhere}")));

      assertThatThrownBy(plugin::reload)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("1. ")
          .hasMessageContaining("url");
      assertThat(plugin.getEndpoints()).containsExactly("one");
    }
  }

  private String one(int setting) {
    return Audience.endpoint("one", one.url(), "headers: {X-Setting: [\"" + setting + "\"]}");
  }

  private String endpointTwo() {
    return Audience.endpoint("two", two.url());
  }

  /** At once, as careful people do it. */
  private void replace(Installation site, String configuration) throws IOException {
    Path next = Files.writeString(work.resolve("config.next"), configuration);
    Files.move(next, site.configuration(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void awaitCount(ProgramServer receiver, int count) {
    await().atMost(DEADLINE).until(() -> receiver.ledger().notices().size() >= count);
  }
}
