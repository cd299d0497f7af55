package dev.registrynotifications.journal;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.host.HostLines;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.journal.Arrival.What;
import dev.registrynotifications.management.DeadLetterView;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.receiver.Answer;
import dev.registrynotifications.receiver.Answers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event that its webhook refuses holds nothing up, and isn't forgotten. */
class DeadLettersIT {

  /** Finds fault with everything of one repository. */
  private static final Answers REFUSING_ONE =
      post -> Answer.status(post.text().contains("\"poison/app\"") ? 422 : 200);

  private final Pusher good = new Pusher("team/app");
  private final Pusher poison = new Pusher("poison/app");

  @TempDir private Path work;

  @Test
  void keepsRefusedEventsUntilTheyAreWantedOrPurged() throws Exception {
    Site site = Site.in(work);
    try (Hook hook = Hook.up()) {
      site.configure("type: file", Site.endpoint("ci", hook.url()));
      hook.behave(REFUSING_ONE);
      List<Arrival> refused;
      try (HostProcess host = site.start();
          RemoteBeans beans = Site.beansOf(host)) {
        refused = letOneBeRefused(host, hook);
        assertLetterOf(refused.get(0), beans.endpoint("ci"));
        host.kill();
      }

      try (HostProcess host = site.start();
          RemoteBeans beans = Site.beansOf(host)) {
        EndpointMXBean ci = beans.endpoint("ci");
        assertLetterOf(refused.get(0), ci);
        redriveInVain(host, ci, hook);
        assertLetterOf(refused.get(0), ci);

        hook.behave(Answers.always(Answer.OK));
        redrive(ci, hook, refused.get(0));
        assertThat(Site.troublesOf(host)).isEmpty();
        host.kill();
      }

      hook.behave(REFUSING_ONE);
      try (HostProcess host = site.start();
          RemoteBeans beans = Site.beansOf(host)) {
        assertThat(beans.endpoint("ci").getDeadLetters()).isZero();
        refuseTwoAndPurge(host, beans.endpoint("ci"));
        host.kill();
      }

      int posts = hook.arrivals().size();
      try (HostProcess host = site.start();
          RemoteBeans beans = Site.beansOf(host)) {
        assertThat(beans.endpoint("ci").getDeadLetters()).isZero();
        good.pushBlob(host.baseUri());
        hook.awaitAccepted(6);
        assertThat(hook.arrivals()).hasSize(posts + 1);
      }
    }
  }

  private List<Arrival> letOneBeRefused(HostProcess host, Hook hook) throws Exception {
    good.pushBlobs(host.baseUri(), 2);
    List<What> refused = poison.pushBlobs(host.baseUri(), 1);
    good.pushBlobs(host.baseUri(), 2);
    hook.awaitAccepted(4);
    hook.awaitArrivals(all -> all.size() == 7);
    awaitRefusal(host);

    assertThat(hook.acceptedEvents()).isEqualTo(good.acknowledged());
    List<Arrival> attempts = hook.arrivals().stream().filter(a -> !a.isAccepted()).toList();
    assertThat(attempts).hasSize(3).extracting(Arrival::event).containsOnly(refused.get(0));
    assertThat(new Account(hook.arrivals()).withSeveralBodies()).isEmpty();
    return attempts;
  }

  private static void assertLetterOf(Arrival refused, EndpointMXBean ci) {
    await().atMost(DEADLINE).until(ci::getDeadLetters, count -> count == 1);
    Site.awaitSettled(ci);
    DeadLetterView letter = ci.listDeadLetters(10).get(0);
    assertThat(letter.getAction()).isEqualTo("push");
    assertThat(letter.getRepository()).isEqualTo("poison/app");
    assertThat(letter.getAttempts()).isEqualTo(3);
    assertThat(letter.getLastStatus()).isEqualTo(422);
    assertThat(letter.getEvent()).contains(refused.id());
    assertThat(letter.getReason()).contains("422");
  }

  private static void redriveInVain(HostProcess host, EndpointMXBean ci, Hook hook) {
    int posts = hook.arrivals().size();
    assertThat(ci.redriveDeadLetter(1_234_567_890)).isFalse();
    assertThat(ci.redriveDeadLetter(ci.listDeadLetters(1).get(0).getSequence())).isTrue();
    hook.awaitArrivals(all -> all.size() == posts + 3);
    awaitRefusal(host);
  }

  /** Until it is told, a letter is still on its way, and isn't sent once more. */
  private static void awaitRefusal(HostProcess host) {
    HostLines.awaitAll(1, "it is a dead letter now", host);
  }

  private static void redrive(EndpointMXBean ci, Hook hook, Arrival refused) {
    int accepted = hook.accepted().size();
    assertThat(ci.redriveDeadLetters()).isEqualTo(1);
    Arrival redriven = hook.awaitAccepted(accepted + 1).get(hook.arrivals().size() - 1);
    assertThat(redriven.isReplayed()).isTrue();
    assertThat(redriven.id()).isEqualTo(refused.id());
    assertThat(redriven.sequence()).isEqualTo(refused.sequence());
    assertThat(redriven.post().body()).isEqualTo(refused.post().body());
    await().atMost(DEADLINE).until(ci::getDeadLetters, count -> count == 0);
  }

  private void refuseTwoAndPurge(HostProcess host, EndpointMXBean ci) throws Exception {
    poison.pushBlobs(host.baseUri(), 2);
    // Counted last, when all that is to be written down is.
    await().atMost(DEADLINE).until(ci::getDeadLettered, count -> count == 2);
    assertThat(ci.getDeadLetters()).isEqualTo(2);
    assertThat(ci.listDeadLetters(1)).hasSize(1);
    assertThat(ci.purgeDeadLetters()).isEqualTo(2);
    assertThat(ci.listDeadLetters(10)).isEmpty();
  }
}
