package dev.registrynotifications.journal;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.cases.Content;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.journal.Arrival.What;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.receiver.Answer;
import dev.registrynotifications.receiver.SequenceAuditor;
import dev.registrynotifications.receiver.SequenceAuditor.Gap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver finds out by the posts alone what it has missed, and the counters agree. */
class LossAwareIT {

  /** Makes events of more than a kilobyte, so that few of them are more than the journal takes. */
  private static final String LONG_NAME = "team/" + "long-name/".repeat(20) + "app";

  private static final int MORE_THAN_FITS = 700;

  private final Pusher pusher = new Pusher(LONG_NAME);

  @TempDir private Path work;

  /** Between two events that came, something or nothing is missing. */
  private record Missing(@Nullable What after, @Nullable What before) {}

  @Test
  void findsExactlyWhatWasDropped() throws Exception {
    Site site = Site.in(work);
    try (Hook all = Hook.up();
        Hook pushes = Hook.up()) {
      site.configure(
          "maxBytes: 1MiB",
          Site.endpoint("all", all.url()),
          Site.endpoint("pushes", pushes.url(), "ignore: {actions: [pull]}"));
      try (HostProcess host = site.start();
          RemoteBeans beans = Site.beansOf(host)) {
        pushAndPull(host, 5);
        awaitAllDelivered(beans);

        for (int i = 0; i < 2; i++) {
          // Held up in a request: what is read ahead is delivered though the journal drops it.
          CountDownLatch pushed = new CountDownLatch(1);
          all.holdAll(pushed);
          pushes.holdAll(pushed);
          long lostByAll = beans.endpoint("all").getDropped();
          long lostByPushes = beans.endpoint("pushes").getDropped();
          pushAndPull(host, MORE_THAN_FITS);
          // Else a slow disk lets them read all of it before anything is dropped.
          await().atMost(DEADLINE).until(() -> beans.endpoint("all").getDropped() > lostByAll);
          await()
              .atMost(DEADLINE)
              .until(() -> beans.endpoint("pushes").getDropped() > lostByPushes);
          pushed.countDown();
          awaitAllDelivered(beans);
        }

        assertLostAsTold(all, pusher.acknowledged(), beans.endpoint("all"));
        assertLostAsTold(pushes, pushesOf(pusher.acknowledged()), beans.endpoint("pushes"));
        assertReplayAgrees(all, beans.endpoint("all"));
      }
    }
  }

  @Test
  void takesNeitherRetriesNorDeadLettersNorRestartsNorFiltersForALoss() throws Exception {
    Site site = Site.in(work);
    AtomicInteger posts = new AtomicInteger();
    try (Hook hook = Hook.up()) {
      hook.behave(
          post -> {
            if (post.text().contains("\"poison/app\"")) {
              return Answer.status(422);
            }
            return Answer.status(posts.incrementAndGet() % 3 == 0 ? 503 : 200);
          });
      site.configure("type: file", Site.endpoint("ci", hook.url(), "ignore: {actions: [pull]}"));
      Pusher poison = new Pusher("poison/app");
      for (int i = 0; i < 3; i++) {
        try (HostProcess host = site.start()) {
          pushAndPull(host, 10);
          poison.pushBlobs(host.baseUri(), 2);
          pushAndPull(host, 10);
          host.kill();
        }
      }

      try (HostProcess host = site.start();
          RemoteBeans beans = Site.beansOf(host)) {
        EndpointMXBean ci = beans.endpoint("ci");
        await().atMost(DEADLINE).until(() -> ci.isPendingExact() && ci.getPending() == 0);
        int before = hook.arrivals().size();
        assertThat(ci.getDeadLetters()).isEqualTo(6);
        ci.replayFrom(1);
        await().atMost(DEADLINE).until(() -> !ci.isReplaying());
        assertThat(hook.arrivals()).hasSizeGreaterThan(before + 60);
      }

      assertThat(auditorOf(hook).gaps()).isEmpty();
      assertThat(new Account(hook.arrivals()).withSeveralBodies()).isEmpty();
      assertThat(new Account(hook.arrivals()).missing(pushesOf(pusher.acknowledged()))).isEmpty();
      assertThat(seen(hook)).containsAll(poison.acknowledged());
    }
  }

  /** What is replayed says nothing else of what came before, though that is gone. */
  private static void assertReplayAgrees(Hook hook, EndpointMXBean endpoint) {
    List<Gap> gaps = auditorOf(hook).gaps();
    endpoint.replayFrom(1);
    await().atMost(DEADLINE).until(() -> !endpoint.isReplaying());

    assertThat(endpoint.getReplayed()).isPositive();
    assertThat(auditorOf(hook).gaps()).isEqualTo(gaps);
  }

  private void pushAndPull(HostProcess host, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      Content blob = pusher.pushBlob(host.baseUri());
      pusher.pullBlob(host.baseUri(), blob);
    }
  }

  private static void awaitAllDelivered(RemoteBeans beans) {
    for (String name : List.of("all", "pushes")) {
      EndpointMXBean endpoint = beans.endpoint(name);
      await().atMost(DEADLINE).until(endpoint::getPending, pending -> pending == 0);
    }
  }

  private static void assertLostAsTold(Hook hook, List<What> sent, EndpointMXBean endpoint) {
    Set<What> seen = seen(hook);
    long lost = sent.stream().filter(event -> !seen.contains(event)).count();
    List<Missing> told = told(auditorOf(hook).gaps(), hook);
    System.out.printf(
        "LossAwareIT: %s lost %d of %d events, in %d gaps%n",
        endpoint.getName(), lost, sent.size(), told.size());
    assertSoftly(
        softly -> {
          softly.assertThat(lost).isPositive();
          softly.assertThat(endpoint.getDropped()).isEqualTo(lost);
          // More than one each time, if some are sent between two segments that the journal drops.
          softly.assertThat(told).isEqualTo(missing(sent, seen)).hasSizeGreaterThanOrEqualTo(2);
          softly.assertThat(sent).containsAll(seen);
          softly.assertThat(new Account(hook.arrivals()).withSeveralBodies()).isEmpty();
        });
  }

  private static SequenceAuditor auditorOf(Hook hook) {
    SequenceAuditor auditor = new SequenceAuditor();
    hook.arrivals().forEach(arrival -> auditor.accept(arrival.post()));
    return auditor;
  }

  private static Set<What> seen(Hook hook) {
    return hook.arrivals().stream().map(Arrival::event).collect(Collectors.toSet());
  }

  private static List<What> pushesOf(List<What> events) {
    return events.stream().filter(event -> event.action().equals("push")).toList();
  }

  /** What the auditor says, in the words of the one who sent. */
  private static List<Missing> told(List<Gap> gaps, Hook hook) {
    Map<Long, What> events = new HashMap<>();
    hook.arrivals().forEach(arrival -> events.put(arrival.number(), arrival.event()));
    return gaps.stream()
        .map(gap -> new Missing(events.get(gap.after()), events.get(gap.before())))
        .toList();
  }

  /** Where something is missing in what was sent; behind the last event nothing is. */
  private static List<Missing> missing(List<What> sent, Set<What> seen) {
    List<Missing> missing = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      if (seen.contains(sent.get(i))) {
        places.add(i);
      }
    }
    for (int i = 1; i < places.size(); i++) {
      if (places.get(i) > places.get(i - 1) + 1) {
        missing.add(new Missing(sent.get(places.get(i - 1)), sent.get(places.get(i))));
      }
    }
    return missing;
  }
}
