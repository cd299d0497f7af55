package dev.registrynotifications.journal;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.cases.Content;
import dev.registrynotifications.host.HostLines;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.journal.Arrival.What;
import dev.registrynotifications.management.EndpointMXBean;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was pending when the registry ended goes out after its next start. */
class RestartIT {

  private static final String JOURNAL = "type: file";
  private static final String NO_PULLS = "ignore: {actions: [pull]}";

  private final Pusher pusher = new Pusher("team/app");

  @TempDir private Path work;

  private Site site;

  @BeforeEach
  void install() throws Exception {
    site = Site.in(work);
  }

  @Test
  void keepsWhatIsPendingOverStopKillAndAChangeOfTheFilter() throws Exception {
    try (Hook hook = Hook.down()) {
      site.configure(JOURNAL, Site.endpoint("ci", hook.url()));
      List<What> pushes;
      try (HostProcess host = site.start()) {
        Content blob = pusher.pushBlob(host.baseUri());
        pusher.pushBlobs(host.baseUri(), 9);
        pushes = pusher.acknowledged();
        pusher.pullBlob(host.baseUri(), blob);
        host.stop();
        assertThat(host.output())
            .anyMatch(
                line ->
                    line.contains("Endpoint ci stops with 11 events undelivered")
                        && line.contains("go out after the next start"));
      }

      try (HostProcess host = site.start()) {
        assertPending(host, "ci", 11);
        host.kill();
      }

      site.configure(JOURNAL, Site.endpoint("ci", hook.url(), NO_PULLS));
      try (HostProcess host = site.start()) {
        assertPending(host, "ci", 10);
        HostLines.awaitAll(1, "Endpoint ci goes on with 10 events from before", host);

        hook.comeUp();
        hook.awaitAccepted(10);
        assertPending(host, "ci", 0);
        assertThat(hook.acceptedEvents()).isEqualTo(pushes);
        assertThat(Site.troublesOf(host)).isEmpty();
      }
    }
  }

  @Test
  void leavesTheJournalToTheRegistryThatHasIt() throws Exception {
    try (Hook hook = Hook.up()) {
      site.configure(JOURNAL, Site.endpoint("ci", hook.url()));
      try (HostProcess owner = site.start();
          HostProcess second = site.start()) {
        new Pusher("second/registry").pushBlob(second.baseUri());
        second.stop();

        assertThat(Site.troublesOf(second))
            .singleElement()
            .asString()
            .startsWith("plugin problem: ")
            .contains(site.journal().toString(), "process " + owner.pid())
            .contains("notifications.journal.path");
        assertThat(second.output()).noneMatch(line -> line.startsWith("\tat "));

        List<What> pushed = pusher.pushBlobs(owner.baseUri(), 3);
        hook.awaitAccepted(3);
        assertThat(hook.acceptedEvents()).isEqualTo(pushed);
        awaitSettled(owner, "ci");
        owner.kill();
      }

      try (HostProcess next = site.start()) {
        pusher.pushBlob(next.baseUri());
        hook.awaitAccepted(4);
        assertThat(hook.acceptedEvents()).isEqualTo(pusher.acknowledged());
      }
    }
  }

  @Test
  void resumesEndpointsThatComeBackAndBeginsNewOnes() throws Exception {
    try (Hook stays = Hook.up();
        Hook returns = Hook.up();
        Hook latest = Hook.up();
        Hook earliest = Hook.up()) {
      String staying = Site.endpoint("stays", stays.url());
      String returning = Site.endpoint("returns", returns.url());
      site.configure(JOURNAL, staying, returning);
      try (HostProcess host = site.start()) {
        pusher.pushBlobs(host.baseUri(), 3);
        stays.awaitAccepted(3);
        returns.awaitAccepted(3);
      }

      site.configure(JOURNAL, staying);
      try (HostProcess host = site.start()) {
        pusher.pushBlobs(host.baseUri(), 4);
        stays.awaitAccepted(7);
        awaitSettled(host, "stays");
        host.kill();
      }

      site.configure(
          JOURNAL,
          staying,
          returning,
          Site.endpoint("new", latest.url()),
          Site.endpoint("newer", earliest.url(), "startFrom: earliest"));
      try (HostProcess host = site.start()) {
        earliest.awaitAccepted(7);
        returns.awaitAccepted(7);
        HostLines.awaitAll(1, "Endpoint returns goes on with 4 events from before", host);
        assertThat(HostLines.with("Endpoint new goes on with", host)).isEmpty();
        List<What> last = pusher.pushBlobs(host.baseUri(), 1);

        latest.awaitAccepted(1);
        assertThat(latest.acceptedEvents()).isEqualTo(last);
        for (Hook hook : List.of(stays, returns, earliest)) {
          hook.awaitAccepted(8);
          assertThat(hook.acceptedEvents()).isEqualTo(pusher.acknowledged());
        }
        assertThat(Site.troublesOf(host)).isEmpty();
      }
    }
  }

  @Test
  void keepsEndpointsOfAnyNameApart() throws Exception {
    String longName = "long".repeat(75);
    List<String> names =
        List.of(
            "team/ci:8080*,x=y",
            "\"quoted\\\"",
            "..",
            "naïve ☂",
            "CI",
            "ci",
            longName,
            longName + "!");
    List<Hook> hooks = names.stream().map(name -> Hook.down()).toList();
    String[] endpoints = new String[names.size()];
    for (int i = 0; i < endpoints.length; i++) {
      endpoints[i] = Site.endpoint(names.get(i), hooks.get(i).url());
    }
    site.configure(JOURNAL, endpoints);
    try (HostProcess host = site.start()) {
      pusher.pushBlobs(host.baseUri(), 3);
      host.kill();
    }

    try (HostProcess host = site.start()) {
      for (String name : names) {
        assertPending(host, name, 3);
      }
      for (Hook hook : hooks) {
        hook.comeUp();
        hook.awaitAccepted(3);
        assertThat(hook.acceptedEvents()).isEqualTo(pusher.acknowledged());
      }
      assertThat(Site.troublesOf(host)).isEmpty();
    } finally {
      hooks.forEach(Hook::close);
    }
  }

  private static void awaitSettled(HostProcess host, String endpoint) {
    try (RemoteBeans beans = Site.beansOf(host)) {
      Site.awaitSettled(beans.endpoint(endpoint));
    }
  }

  private static void assertPending(HostProcess host, String endpoint, long pending) {
    try (RemoteBeans beans = Site.beansOf(host)) {
      EndpointMXBean bean = beans.endpoint(endpoint);
      await().atMost(DEADLINE).until(bean::isPendingExact);
      await().atMost(DEADLINE).until(bean::getPending, value -> value == pending);
    }
  }
}
