package dev.registrynotifications.journal;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.journal.Account.Repeats;
import dev.registrynotifications.journal.Arrival.What;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.receiver.Answer;
import dev.registrynotifications.receiver.Answers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the registry under load, again and again, while the webhook isn't always well. {@code
 * -Dkills=50} does it as often; {@code -Dseed=…} repeats a run's choices.
 */
class KillIT {

  private static final int KILLS = Integer.getInteger("kills", 6);
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int MOST_ANSWERS = 300;

  /** Files of half a megabyte that go when they are delivered: they come and go under the kills. */
  private static final String JOURNAL = "maxBytes: 8MiB, retention: 1s";

  private static final List<String> REPOSITORIES =
      List.of("team/app", "team/base", "tools", "a/b/c/d");

  private final Random random = new Random(SEED);
  private final Moods moods = new Moods(SEED);

  @TempDir private Path work;

  @Test
  void deliversWhatWasAnsweredInOrderAndRepeatsOnlyWhatWasUnderWay() throws Exception {
    System.out.printf("KillIT: -Dkills=%d -Dseed=%d%n", KILLS, SEED);
    Site site = Site.in(work);
    try (Hook hook = Hook.up();
        Load load = new Load(REPOSITORIES)) {
      for (int kill = 0; kill < KILLS; kill++) {
        hook.behave(moods.next());
        configure(site, hook, kill);
        try (HostProcess host = site.start()) {
          load.killAmid(host, random.nextInt(MOST_ANSWERS));
          assertThat(Site.troublesOf(host)).isEmpty();
        }
      }

      hook.behave(Answers.always(Answer.OK));
      configure(site, hook, KILLS);
      deliverTheRest(site, hook, load);

      assertNothingIsWrong(new Account(hook.arrivals()), load);
    }
  }

  /** However often an event is refused, it isn't given up: the webhook will be well in the end. */
  private static void configure(Site site, Hook hook, int life) throws IOException {
    String headers = "headers: {%s: ['%d']}".formatted(Arrival.LIFE, life);
    site.configure(JOURNAL, Site.endpoint("ci", hook.url(), "rejectAfter: 1000", headers));
  }

  private static void deliverTheRest(Site site, Hook hook, Load load) throws Exception {
    List<What> acknowledged =
        load.pushers().stream().flatMap(pusher -> pusher.acknowledged().stream()).toList();
    try (HostProcess host = site.start();
        RemoteBeans beans = Site.beansOf(host)) {
      EndpointMXBean ci = beans.endpoint("ci");
      await()
          .atMost(DEADLINE)
          .until(() -> stateOf(ci), "exactly 0 pending, 0 dead letters"::equals);
      assertThat(new Account(hook.arrivals()).missing(acknowledged)).isEmpty();
      assertThat(acknowledged).isNotEmpty();
      host.stop();
      assertThat(Site.troublesOf(host)).isEmpty();
    }
  }

  private static String stateOf(EndpointMXBean endpoint) {
    return "%s %d pending, %d dead letters"
        .formatted(
            endpoint.isPendingExact() ? "exactly" : "at least",
            endpoint.getPending(),
            endpoint.getDeadLetters());
  }

  private static void assertNothingIsWrong(Account account, Load load) {
    Repeats repeats = account.repeats();
    System.out.printf(
        "KillIT: %d posts, %d of them of what was under way when the registry was killed%n",
        account.arrivals().size(), repeats.underWay().size());
    assertSoftly(
        softly -> {
          softly.assertThat(account.withSeveralIds()).isEmpty();
          softly.assertThat(account.withSeveralBodies()).isEmpty();
          softly.assertThat(repeats.others()).isEmpty();
          softly.assertThat(repeats.underWay()).hasSizeLessThanOrEqualTo(KILLS);
          for (Pusher pusher : load.pushers()) {
            softly.assertThat(account.outOfOrder(pusher.requested())).isEmpty();
          }
        });
  }
}
