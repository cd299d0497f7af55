package dev.registrynotifications.container;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.cases.Content;
import dev.registrynotifications.jmx.RemoteBeans;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One server with a registry at three paths. Each test leaves it as it found it. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(600)
abstract class WebApplicationsContract {

  private static final String REPOSITORY = "team/app";
  private static final String ROOT = "";
  private static final String HUB = "/hub";
  private static final String MIRROR = "/mirror";

  private final ServerKind kind;
  private final Inbox inbox = Inbox.open();
  private ServerInstallation installation;
  private ServerProcess server;
  private ServerInsides insides;
  private int pushes;

  WebApplicationsContract(ServerKind kind) {
    this.kind = kind;
  }

  @BeforeAll
  void start(@TempDir Path work) throws Exception {
    installation = ServerInstallation.in(work, kind, inbox.configuration("enabled: true"));
    installation.deploy("hub");
    installation.deploy("mirror");
    server = installation.start(Map.of());
    insides = new ServerInsides(server.handle());
  }

  @AfterAll
  void stop() {
    inbox.close();
    server.close();
  }

  @Test
  void tellsOnceOfEachPushAndWhereItWent() throws Exception {
    assertThatEachPushArrivesOnce(ROOT, HUB, MIRROR, HUB, ROOT);
  }

  @Test
  void sharesOnePluginAmongAllWebApplications() {
    assertThat(beans())
        .containsExactly(
            "dev.registrynotifications:type=Endpoint,name=\"ci\"",
            "dev.registrynotifications:type=Journal",
            "dev.registrynotifications:type=Notifications");
  }

  @Test
  void letsGoOfAWebApplicationWhileTheOthersGoOn() throws Exception {
    assertThatEachPushArrivesOnce(ROOT, HUB, MIRROR);
    List<String> threads = insides.threadsOfPlugin();

    installation.undeploy("mirror");
    awaitStatus(MIRROR, 404);

    assertThatEachPushArrivesOnce(ROOT, HUB);
    assertThat(insides.threadsOfPlugin()).isEqualTo(threads);

    installation.deploy("mirror");
    awaitStatus(MIRROR, 200);

    assertThatEachPushArrivesOnce(MIRROR, ROOT, HUB, MIRROR);
    assertThat(insides.threadsOfPlugin()).isEqualTo(threads);
    sharesOnePluginAmongAllWebApplications();
    assertThat(server.troubles()).isEmpty();
  }

  @Test
  void endsWithTheLastWebApplicationAndKeepsNothingOfTheNextWhenThatGoes() throws Exception {
    installation.undeploy("hub");
    installation.undeploy("ROOT");
    installation.undeploy("mirror");

    await()
        .atMost(DEADLINE)
        // A bean that goes between being listed and being read.
        .ignoreException(IllegalStateException.class)
        .until(this::beans, List::isEmpty);
    await().atMost(DEADLINE).until(this::threadsAfterCollection, List::isEmpty);

    installation.deployFootprint("next");
    await().atMost(DEADLINE).until(this::beans, beans -> !beans.isEmpty());
    installation.deploy("ROOT");
    installation.deploy("hub");
    installation.deploy("mirror");
    awaitStatus(ROOT, 200);
    awaitStatus(HUB, 200);
    awaitStatus(MIRROR, 200);

    assertThatEachPushArrivesOnce(ROOT, HUB, MIRROR, ROOT);
    awaitStatus("/next", 404);
    List<String> threads = insides.threadsOfPlugin();
    assertThat(insides.instancesOf(Footprint.class.getName())).isPositive();
    installation.undeploy("next");

    await()
        .atMost(DEADLINE)
        .until(() -> insides.instancesOf(Footprint.class.getName()), left -> left == 0);
    assertThat(insides.threadsOfPlugin()).isEqualTo(threads);
    assertThatEachPushArrivesOnce(ROOT, HUB, MIRROR, ROOT);
    sharesOnePluginAmongAllWebApplications();
    assertThat(server.troubles()).isEmpty();
  }

  /** Events of one repository keep their order: what came twice would be in between. */
  private void assertThatEachPushArrivesOnce(String... contextPaths) throws InterruptedException {
    List<String> expected = new ArrayList<>();
    for (String contextPath : contextPaths) {
      String tag = "v" + pushes++;
      Content manifest = RegistryVisit.manifest(tag);
      RegistryVisit visit = new RegistryVisit(server.uri(contextPath));
      assertThat(visit.push(REPOSITORY, tag, manifest)).isEqualTo("202/201/201");
      expected.add(ExpectedEvent.ofPush(visit.root(), REPOSITORY, tag, manifest));
    }

    assertThat(inbox.take(expected.size()))
        .extracting(ExpectedEvent::in)
        .containsExactlyElementsOf(expected);
  }

  private void awaitStatus(String contextPath, int status) {
    RegistryVisit visit = new RegistryVisit(server.uri(contextPath));
    await().atMost(DEADLINE).until(visit::status, answered -> answered == status);
  }

  /** The thread of an HTTP client ends only when the client is found to be garbage. */
  private List<String> threadsAfterCollection() throws IOException, InterruptedException {
    insides.instancesOf(Footprint.class.getName());
    return insides.threadsOfPlugin();
  }

  private List<String> beans() {
    try (RemoteBeans beans = server.beans()) {
      return List.copyOf(
          new TreeSet<>(
              beans.attributes().stream()
                  .map(line -> line.substring(0, line.indexOf(" ")))
                  .toList()));
    }
  }
}
