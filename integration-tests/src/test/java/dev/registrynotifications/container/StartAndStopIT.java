package dev.registrynotifications.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.cases.Content;
import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.receiver.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When a server starts the plugin, what it says when it can't, and how it ends with it. */
@Timeout(600)
class StartAndStopIT {

  private static final String PATIENT = "enabled: true\n  shutdownTimeout: 60s";
  private static final String ANSWERED = "202/201/201";

  @TempDir private static Path build;

  @TempDir private Path work;

  private static Path springApplication;

  @BeforeAll
  static void packageSpringApplication() throws Exception {
    springApplication = SpringApplicationBuild.in(build).jar();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void deliversWhatIsPendingBeforeItEnds(ServerKind kind) throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (Inbox inbox = Inbox.answering(post -> answerAfter(gate));
        ServerProcess server = start(kind, inbox.configuration(PATIENT))) {
      List<String> expected = new ArrayList<>();
      RegistryVisit visit = new RegistryVisit(server.uri(""));
      for (String tag : List.of("one", "two", "three")) {
        Content manifest = RegistryVisit.manifest(tag);
        assertThat(visit.push("team/app", tag, manifest)).isEqualTo(ANSWERED);
        expected.add(ExpectedEvent.ofPush(visit.root(), "team/app", tag, manifest));
      }

      server.terminate();
      gate.countDown();

      assertThat(server.awaitEnd()).isEqualTo(143);
      assertThat(inbox.take(3)).extracting(ExpectedEvent::in).containsExactlyElementsOf(expected);
      assertThat(server.troubles()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void keepsOutOfTheWayWhenItIsNotSwitchedOn(ServerKind kind) throws Exception {
    try (Inbox inbox = Inbox.open();
        ServerProcess server = start(kind, inbox.configuration("enabled: false"))) {
      assertThat(push(server)).isEqualTo(ANSWERED);

      assertThat(beansOf(server)).isEmpty();
      assertThat(new ServerInsides(server.handle()).threadsOfPlugin()).isEmpty();
      assertThat(server.troubles()).isEmpty();
      server.terminate();
      server.awaitEnd();
      assertThat(inbox.rest()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void namesAMistakeAndLeavesTheRegistryAlone(ServerKind kind) throws Exception {
    String configuration =
        """
        notifications:
          enabled: true
          endpoints:
            - name: ci
              url: https://user:marked-secret@ci.example.com/
              timeout: 500
        """;
    try (ServerProcess server = start(kind, configuration)) {
      assertThat(push(server)).isEqualTo(ANSWERED);

      assertThat(beansOf(server)).isEmpty();
      assertThat(new ServerInsides(server.handle()).threadsOfPlugin()).isEmpty();
      assertThat(server.troubles()).hasSize(1);
      assertThat(server.log())
          .containsOnlyOnce("Registry notifications are off.")
          .contains("registry-notifications.yml:6:16: notifications.endpoints[0].timeout")
          .contains("write \"500ms\" or \"500s\"")
          .doesNotContain("marked-secret", "\tat ");
    }
  }

  static Stream<ServerKind> servers() {
    return Stream.of(new Tomcat(), new Jetty(), new SpringBoot(springApplication));
  }

  private ServerProcess start(ServerKind kind, String configuration) throws Exception {
    return ServerInstallation.in(work, kind, configuration).start(Map.of());
  }

  private static String push(ServerProcess server) {
    return new RegistryVisit(server.uri(""))
        .push("team/app", "1.0", RegistryVisit.manifest("only"));
  }

  private static List<String> beansOf(ServerProcess server) {
    try (RemoteBeans beans = server.beans()) {
      return beans.attributes();
    }
  }

  private static Answer answerAfter(CountDownLatch gate) {
    try {
      return gate.await(1, TimeUnit.MINUTES) ? Answer.OK : Answer.status(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.status(500);
    }
  }
}
