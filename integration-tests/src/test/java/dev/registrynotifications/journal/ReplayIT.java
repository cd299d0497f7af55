package dev.registrynotifications.journal;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.host.HostLines;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.journal.Arrival.What;
import dev.registrynotifications.management.EndpointMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was delivered is delivered again when an operator asks for it. */
class ReplayIT {

  private final Pusher pusher = new Pusher("team/app");

  @TempDir private Path work;

  private Site site;

  @BeforeEach
  void install() throws Exception {
    site = Site.in(work);
  }

  @Test
  void replaysBesideWhatIsNew() throws Exception {
    try (Hook hook = Hook.up()) {
      site.configure("type: file", Site.endpoint("ci", hook.url()));
      try (HostProcess host = site.start();
          RemoteBeans beans = Site.beansOf(host)) {
        EndpointMXBean ci = beans.endpoint("ci");
        pusher.pushBlobs(host.baseUri(), 10);
        List<Arrival> first = hook.awaitAccepted(10);

        CountDownLatch replayMayGoOn = new CountDownLatch(1);
        hook.holdReplayed(1, replayMayGoOn);
        ci.replayFrom(beans.journal().getFirstSequence());
        hook.awaitArrivals(all -> all.size() > 10);
        assertThat(ci.isReplaying()).isTrue();
        assertThatThrownBy(() -> ci.replayFrom(1))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("a replay up to sequence " + first.get(9).number());
        List<What> fresh = pusher.pushBlobs(host.baseUri(), 10);
        replayMayGoOn.countDown();

        List<Arrival> second = hook.awaitAccepted(30).subList(10, 30);
        assertReplayed(second, first);
        assertThat(live(second)).extracting(Arrival::event).isEqualTo(fresh);
        assertThat(second.get(1)).as("the second post").matches(post -> !post.isReplayed());
        await().atMost(DEADLINE).until(() -> !ci.isReplaying());
        assertThat(ci.getReplayed()).isEqualTo(10);
        assertThat(ci.getPending()).isZero();
      }
    }
  }

  @Test
  void replaysFromATimeAndSaysWhenItCannot() throws Exception {
    try (Hook hook = Hook.up()) {
      site.configure("type: file", Site.endpoint("ci", hook.url(), "ignore: {actions: [pull]}"));
      try (HostProcess host = site.start();
          RemoteBeans beans = Site.beansOf(host)) {
        EndpointMXBean ci = beans.endpoint("ci");
        pusher.pushBlobs(host.baseUri(), 5);
        Instant before = Instant.now();
        await().atMost(DEADLINE).until(() -> Instant.now().isAfter(before.plusMillis(1)));
        Instant since = Instant.now();
        pusher.pushBlobs(host.baseUri(), 5);
        List<Arrival> first = hook.awaitAccepted(10);

        ci.replaySince(since.toString());

        assertReplayed(hook.awaitAccepted(15).subList(10, 15), first.subList(5, 10));
        await().atMost(DEADLINE).until(() -> !ci.isReplaying());
        assertThatThrownBy(() -> ci.replaySince("yesterday"))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("\"yesterday\" is no time");
        assertThatThrownBy(() -> ci.replaySince(Instant.now().plusSeconds(60).toString()))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("events are from sequence 1 to 10");
        assertThat(ci.isReplaying()).isFalse();
      }
    }
  }

  @Test
  void goesOnWithAReplayAfterAKill() throws Exception {
    try (Hook hook = Hook.up()) {
      site.configure("type: file", Site.endpoint("ci", hook.url()));
      List<Arrival> first;
      CountDownLatch killed = new CountDownLatch(1);
      try (HostProcess host = site.start()) {
        pusher.pushBlobs(host.baseUri(), 20);
        first = hook.awaitAccepted(20);
        hook.holdReplayed(7, killed);
        try (RemoteBeans beans = Site.beansOf(host)) {
          beans.endpoint("ci").replayFrom(1);
        }
        hook.awaitArrivals(all -> all.size() == 27);
        host.kill();
        killed.countDown();
      }

      CountDownLatch replayMayGoOn = new CountDownLatch(1);
      hook.holdReplayed(1, replayMayGoOn);
      try (HostProcess host = site.start();
          RemoteBeans beans = Site.beansOf(host)) {
        EndpointMXBean ci = beans.endpoint("ci");
        hook.awaitArrivals(all -> all.size() > 27);
        assertThat(ci.isReplaying()).isTrue();
        assertThatThrownBy(() -> ci.replayFrom(1)).hasMessageContaining("is under way");
        replayMayGoOn.countDown();

        List<Arrival> replayed = hook.awaitAccepted(41).subList(20, 41);
        // The one that was under way when the registry was killed comes twice.
        assertThat(replayed.get(7).id()).isEqualTo(replayed.get(6).id());
        assertReplayed(replayed.subList(0, 7), first.subList(0, 7));
        assertReplayed(replayed.subList(7, 21), first.subList(6, 20));
        await().atMost(DEADLINE).until(() -> !ci.isReplaying());
        HostLines.awaitAll(1, "Endpoint ci has got the whole replay", host);
        assertThat(Site.troublesOf(host)).isEmpty();

        pusher.pushBlob(host.baseUri());
        assertThat(live(hook.awaitAccepted(42))).hasSize(21);
        ci.replayFrom(beans.journal().getLastSequence());
        assertThat(hook.awaitAccepted(43).get(42)).matches(Arrival::isReplayed);
      }
    }
  }

  /** Those of the posts that are replayed are the same as the others were, but for the header. */
  private static void assertReplayed(List<Arrival> posts, List<Arrival> originals) {
    List<Arrival> replayed = posts.stream().filter(Arrival::isReplayed).toList();
    assertThat(originals).noneMatch(Arrival::isReplayed);
    assertThat(replayed).extracting(Arrival::id).isEqualTo(ids(originals));
    for (int i = 0; i < replayed.size(); i++) {
      assertThat(replayed.get(i).post().body()).isEqualTo(originals.get(i).post().body());
      assertThat(replayed.get(i).sequence()).isEqualTo(originals.get(i).sequence());
    }
  }

  private static List<String> ids(List<Arrival> arrivals) {
    return arrivals.stream().map(Arrival::id).toList();
  }

  private static List<Arrival> live(List<Arrival> arrivals) {
    return arrivals.stream().filter(arrival -> !arrival.isReplayed()).toList();
  }
}
