package dev.registrynotifications.field;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.audience.Audience;
import dev.registrynotifications.audience.Gate;
import dev.registrynotifications.audience.Program;
import dev.registrynotifications.audience.Reply;
import dev.registrynotifications.audience.Visit;
import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Receivers that were written for the original work with this registry: one notifies all of them at
 * once, of the same visits.
 */
class FieldIT {

  @TempDir private static Path work;

  private static final ExecutorService WORKER = Executors.newSingleThreadExecutor();

  /** Keeps the first request of some waiting, so that what follows comes in batches. */
  private static final Gate VISITED = new Gate(Program.readingAll());

  private static final Audience AUDIENCE = new Audience();
  private static final List<Visit> VISITS = new ArrayList<>();
  private static HostProcess host;

  @BeforeAll
  static void notifyAllOfThreeVisits() throws Exception {
    Receivers.join(AUDIENCE, VISITED, WORKER);
    Installation site =
        Installation.in(work, AUDIENCE.configuration("events: {includereferences: true}"));
    Files.writeString(work.resolve(Receivers.TOKEN_FILE), Receivers.TOKEN + "\n");
    host =
        site.host()
            .withJvm("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
            .withEnvironment(Receivers.SECRET_VARIABLE, Receivers.SECRET)
            .withEnvironment(Receivers.NEW_SECRET_VARIABLE, Receivers.NEW_SECRET)
            .start();
    for (String repository : List.of("team/app", "team/web", "library/base")) {
      VISITS.add(ImageVisit.at(host.baseUri(), repository));
    }
    VISITED.open();
  }

  @AfterAll
  static void clear() {
    VISITED.open();
    if (host != null) {
      host.close();
    }
    AUDIENCE.close();
    WORKER.shutdownNow();
  }

  @Test
  void scriptsThatReadTheFirstEventOnlyGetAll() {
    assertGotAll("glue");
    assertGotItOneByOne("glue");
  }

  @Test
  void theMediaTypeIsTheOriginalsOrTheOneAskedFor() {
    for (String name : List.of("v1", "json", "three")) {
      assertGotAll(name);
      assertGotItOneByOne(name);
    }
  }

  @Test
  void parsersThatWantUtcGetIt() {
    assertGotAll("strict");
  }

  @Test
  void batchesFitWhereBodiesAreLimitedAsUsual() {
    assertGotAll("limited");

    assertThat(AUDIENCE.of("limited").entries()).hasSizeLessThan(VISITS.size() * ImageVisit.IMAGES);
  }

  @Test
  void batchesThatAreTooLargeForTheReceiverAreSplit() {
    awaitAll("overrun");

    assertComplete("overrun");
    assertThat(AUDIENCE.of("overrun").refusals())
        .isNotEmpty()
        .extracting(Reply::status)
        .containsOnly(413);
  }

  @Test
  void receiversThatAnswerBeforeTheyWorkGetEachEventOnce() {
    assertGotAll("queueing");
    assertGotItOneByOne("queueing");
  }

  @Test
  void tokensComeFromFilesAndGoNowhereElse() {
    assertGotAll("token");

    try (RemoteBeans beans = RemoteBeans.of(ProcessHandle.of(host.pid()).orElseThrow())) {
      await()
          .atMost(DEADLINE)
          .until(() -> beans.endpoint("stranger").getStatuses().containsKey("401 Unauthorized"));
      assertThat(AUDIENCE.of("stranger").notices()).isEmpty();
      assertThat(beans.attributes())
          .anyMatch(line -> line.contains("\"token\" Url = " + "http://"))
          .noneMatch(FieldIT::isSecret);
    }
    assertThat(host.output())
        .anyMatch(line -> line.contains("Notifying token at "))
        .noneMatch(FieldIT::isSecret);
  }

  private static boolean isSecret(String line) {
    return Receivers.SECRETS.stream().anyMatch(line::contains);
  }

  @Test
  void signaturesAreWhatStandardWebhooksWants() {
    assertGotAll("signed");
  }

  @Test
  void signaturesByTwoSecretsAreGoodForBoth() {
    assertGotAll("rotating");
  }

  /** Has refused nothing, and got everything. */
  private static void assertGotAll(String name) {
    awaitAll(name);

    assertThat(AUDIENCE.of(name).refusals()).isEmpty();
    assertComplete(name);
  }

  private static void awaitAll(String name) {
    int count = VISITS.stream().mapToInt(visit -> visit.happenings().size()).sum();
    await().atMost(DEADLINE).until(() -> AUDIENCE.of(name).notices().size() >= count);
  }

  /** What happened in each repository, in order, and each of it once. */
  private static void assertComplete(String name) {
    for (Visit visit : VISITS) {
      assertThat(AUDIENCE.of(name).happeningsIn(visit.repository())).isEqualTo(visit.happenings());
    }
    assertThat(AUDIENCE.of(name).notices()).doesNotHaveDuplicates();
  }

  private static void assertGotItOneByOne(String name) {
    assertThat(AUDIENCE.of(name).entries()).allMatch(entry -> entry.size() == 1);
  }
}
