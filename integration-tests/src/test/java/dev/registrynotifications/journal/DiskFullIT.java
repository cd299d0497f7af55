package dev.registrynotifications.journal;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.host.HostLines;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.management.JournalMXBean;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full is no reason for a push to fail, nor for an event to be lost. */
class DiskFullIT {

  private static final String CANNOT_WRITE = "can't be written: ";
  private static final String WRITES_AGAIN = "is written again";

  private final Pusher pusher = new Pusher("team/app");

  @TempDir private Path work;

  private Site site;
  private Tmpfs disk;

  @BeforeEach
  void mount() throws Exception {
    site = Site.in(work);
    disk = Tmpfs.mount(work.resolve("disk"), "8m");
  }

  @AfterEach
  void unmount() {
    if (disk != null) {
      disk.close();
    }
  }

  @Test
  void deliversFromMemoryWhileTheDiskIsFullAndFromTheDiskAfterwards() throws Exception {
    try (Hook hook = Hook.up()) {
      configure(hook, 10_000);
      try (HostProcess host = site.start();
          RemoteBeans beans = Site.beansOf(host)) {
        JournalMXBean journal = beans.journal();
        assertThat(journal.getState()).isEqualTo("writing");
        for (int time = 1; time <= 3; time++) {
          disk.fill();
          pusher.pushBlobs(host.baseUri(), 20);
          awaitBuffering(journal);
          assertThat(journal.getBuffered()).isBetween(1, 20);
          hook.awaitAccepted(pusher.acknowledged().size());

          disk.free();
          awaitWriting(journal);
          assertTold(host, time);
          pusher.pushBlobs(host.baseUri(), 5);
          hook.awaitAccepted(pusher.acknowledged().size());
        }
        assertThat(hook.acceptedEvents()).isEqualTo(pusher.acknowledged());
        assertThat(beans.notifications().getLost()).isZero();
      }
    }
  }

  @Test
  void losesNothingWhenTheRegistryIsKilledAfterTheDiskWasFull() throws Exception {
    try (Hook hook = Hook.up()) {
      configure(hook, 10_000);
      try (HostProcess host = site.start();
          RemoteBeans beans = Site.beansOf(host)) {
        pusher.pushBlobs(host.baseUri(), 5);
        hook.awaitAccepted(5);
        Site.awaitSettled(beans.endpoint("ci"));
        hook.goDown();
        for (int time = 1; time <= 2; time++) {
          disk.fill();
          pusher.pushBlobs(host.baseUri(), 30);
          awaitBuffering(beans.journal());
          disk.free();
          awaitWriting(beans.journal());
        }
        host.kill();
      }

      try (HostProcess host = site.start();
          RemoteBeans beans = Site.beansOf(host)) {
        EndpointMXBean ci = beans.endpoint("ci");
        await().atMost(DEADLINE).until(ci::isPendingExact);
        assertThat(ci.getPending()).isEqualTo(60);

        hook.comeUp();
        hook.awaitAccepted(65);
        assertThat(hook.acceptedEvents()).isEqualTo(pusher.acknowledged());
        assertThat(Site.troublesOf(host)).isEmpty();
      }
    }
  }

  @Test
  void countsWhatOverflowsTheBufferAsLost() throws Exception {
    try (Hook hook = Hook.up()) {
      configure(hook, 50);
      try (HostProcess host = site.start();
          RemoteBeans beans = Site.beansOf(host)) {
        hook.goDown();
        disk.fill();
        pusher.pushBlobs(host.baseUri(), 80);

        awaitBuffering(beans.journal());
        assertThat(beans.journal().getBuffered()).isEqualTo(50);
        long lost = beans.notifications().getLost();
        assertThat(lost).isPositive().isEqualTo(80 - beans.journal().getRecords());
        assertThat(beans.endpoint("ci").getDropped()).isEqualTo(lost);
        assertThat(HostLines.with("broadcast.Broadcaster: ", host))
            .singleElement()
            .asString()
            .contains(" SEVERE ", "lost");

        disk.free();
        awaitWriting(beans.journal());
        hook.comeUp();
        pusher.pushBlob(host.baseUri());
        assertGotAllButLost(hook, Math.toIntExact(lost));
        assertThat(HostLines.with(lost + " are lost", host)).hasSize(1);
        assertTold(host, 1);
      }
    }
  }

  /** The newest before the last one are those that found no room. */
  private void assertGotAllButLost(Hook hook, int lost) {
    int kept = 80 - lost;
    hook.awaitAccepted(kept + 1);
    assertThat(hook.acceptedEvents().subList(0, kept))
        .isEqualTo(pusher.acknowledged().subList(0, kept));
    assertThat(hook.acceptedEvents().get(kept)).isEqualTo(pusher.acknowledged().get(80));
  }

  private void configure(Hook hook, int bufferEvents) throws Exception {
    site.configure(
        "path: \"%s\", bufferEvents: %d".formatted(disk.journal(), bufferEvents),
        Site.endpoint("ci", hook.url()));
  }

  private static void awaitBuffering(JournalMXBean journal) {
    await()
        .atMost(DEADLINE)
        .until(journal::getState, state -> state.matches("buffering: .*[Nn]o space left.*"));
  }

  private static void awaitWriting(JournalMXBean journal) {
    await().atMost(DEADLINE).until(journal::getState, state -> state.equals("writing"));
    assertThat(journal.getBuffered()).isZero();
  }

  /** Each change of state so many times, and nothing else of it. */
  private static void assertTold(HostProcess host, int times) {
    HostLines.awaitAll(times, WRITES_AGAIN, host);
    assertThat(HostLines.with(CANNOT_WRITE, host))
        .hasSize(times)
        .allMatch(line -> line.contains(" SEVERE ") && line.contains("wait in memory"));
  }
}
