package dev.registrynotifications.container;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.audience.Notice;
import dev.registrynotifications.audience.Notice.Happening;
import dev.registrynotifications.cases.Content;
import dev.registrynotifications.cases.RegistryClient;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class SpringBootIT {

  private static final String REPOSITORY = "team/app";

  @TempDir private static Path build;

  @TempDir private Path work;

  private static SpringApplicationBuild application;

  @BeforeAll
  static void compileApplication() throws Exception {
    application = SpringApplicationBuild.in(build);
  }

  @Test
  void tellsWhereInAnApplicationWithAContextPathAPushWent() throws Exception {
    ServerKind kind = new SpringBoot(application.jar());
    try (Inbox inbox = Inbox.open();
        ServerProcess server =
            ServerInstallation.in(work, kind, inbox.configuration("enabled: true"))
                .start(Map.of("SERVER_SERVLET_CONTEXT_PATH", "/hub"))) {
      RegistryVisit visit = new RegistryVisit(server.uri("/hub"));
      Content manifest = RegistryVisit.manifest("hub");

      assertThat(visit.push(REPOSITORY, "1.0", manifest)).isEqualTo("202/201/201");

      assertThat(inbox.take(1))
          .extracting(ExpectedEvent::in)
          .containsExactly(ExpectedEvent.ofPush(visit.root(), REPOSITORY, "1.0", manifest));
    }
  }

  /** Of what such a filter answers, one inside of it would know nothing. */
  @Test
  void tellsOfAPullThatAnEarlyFilterAnswersAndNotOfAPushThatItRefuses() throws Exception {
    ServerKind kind = new SpringBoot(application.jar());
    try (Inbox inbox = Inbox.open();
        ServerProcess server =
            ServerInstallation.in(work, kind, inbox.configurationForBlobs("enabled: true"))
                .start(Map.of())) {
      RegistryClient client = new RegistryClient(server.uri(""));
      Content blob = Content.blob("{}");
      Content manifest = RegistryVisit.manifest("early");

      client.pushBlob(REPOSITORY, blob);
      client.get("v2/team/app/blobs/" + blob.digest(), "If-None-Match", blob.digest());
      client.putManifest(REPOSITORY, "locked", manifest);
      client.putManifest(REPOSITORY, "open", manifest);

      assertThat(client.takeStatuses()).isEqualTo("202/201/304/403/201");
      assertThat(inbox.receiver().await(3, DEADLINE))
          .flatExtracting(Notice::allIn)
          .extracting(Notice::happening)
          .containsExactly(
              new Happening("push", REPOSITORY, blob.digest(), ""),
              new Happening("pull", REPOSITORY, blob.digest(), ""),
              new Happening("push", REPOSITORY, manifest.digest(), "open"));
    }
  }

  /** Events of one repository keep their order: what came twice would be in between. */
  @Test
  void startsInAWarThatSeesTheJarOfItsServerAndTellsOnceOfAPush() throws Exception {
    try (Inbox inbox = Inbox.open()) {
      ServerInstallation installation =
          ServerInstallation.in(work, new Tomcat(), inbox.configuration("enabled: true"));
      installation.deploy("spring", application.war());
      try (ServerProcess server = installation.start(Map.of())) {
        RegistryVisit spring = new RegistryVisit(server.uri("/spring"));
        RegistryVisit plain = new RegistryVisit(server.uri(""));
        Content manifest = RegistryVisit.manifest("war");

        assertThat(spring.push(REPOSITORY, "1.0", manifest)).isEqualTo("202/201/201");
        assertThat(plain.push(REPOSITORY, "1.0", manifest)).isEqualTo("202/201/201");

        assertThat(inbox.take(2))
            .extracting(ExpectedEvent::in)
            .containsExactly(
                ExpectedEvent.ofPush(spring.root(), REPOSITORY, "1.0", manifest),
                ExpectedEvent.ofPush(plain.root(), REPOSITORY, "1.0", manifest));
        assertThat(server.troubles()).isEmpty();
      }
    }
  }
}
