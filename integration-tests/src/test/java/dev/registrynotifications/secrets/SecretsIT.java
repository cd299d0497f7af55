package dev.registrynotifications.secrets;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.audience.Program;
import dev.registrynotifications.audience.ProgramServer;
import dev.registrynotifications.audience.Reply;
import dev.registrynotifications.audience.Visit;
import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostLauncher;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.jmx.RemoteBeans;
import dev.registrynotifications.management.AttemptView;
import dev.registrynotifications.management.EndpointMXBean;
import dev.registrynotifications.receiver.ReceivedPost;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.management.Notification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A receiver that shows each request to whom it refuses it, a registry that logs all it can, and an
 * operator who looks at everything.
 */
class SecretsIT {

  /** As they travel: what is in it of each alone isn't the base64 of that one. */
  private static final String CREDENTIALS =
      base64(MarkedSecrets.USER + ":" + MarkedSecrets.PASSWORD);

  private final List<ReceivedPost> got = new CopyOnWriteArrayList<>();
  private final List<Notification> heard = new CopyOnWriteArrayList<>();
  private volatile int status = 500;

  /** Gossips about what it is sent, in few words: of more than an excerpt nothing is known. */
  private final Program gossip =
      (post, ledger) -> {
        got.add(post);
        return Reply.refusal(status, "this came: " + confided(post) + ", and that was all");
      };

  @TempDir private Path work;

  @Test
  void showsNoneAnywhere() throws Exception {
    List<String> seen = new ArrayList<>();
    MarkedSecrets.writeFile(work);
    try (ProgramServer receiver = ProgramServer.start(gossip);
        HostProcess host = launcher(receiver).start();
        RemoteBeans beans = RemoteBeans.of(ProcessHandle.of(host.pid()).orElseThrow())) {
      EndpointMXBean ci = beans.endpoint("ci");
      beans.listen("ci", heard::add);
      Visit visit = new Visit(host.baseUri(), "team/app");
      visit.pushBlobs(2);
      await().atMost(DEADLINE).until(ci::getState, "backing off"::equals);

      seen.add(text(ci.ping()));
      seen.addAll(beans.attributes());
      ci.listAttempts(100).forEach(attempt -> seen.add(text(attempt)));
      skipWhatFailed(ci);
      status = 422;
      await().atMost(DEADLINE).until(ci::getDeadLetters, letters -> letters == 2);
      status = 500;
      visit.pushBlobs(1);
      await().atMost(DEADLINE).until(ci::getState, "backing off"::equals);
      ci.listDeadLetters(10).forEach(letter -> seen.add(letter.getReason() + letter.getEvent()));
      await().atMost(DEADLINE).until(() -> hasHeard("event 2"));
      Onlooker onlooker = new Onlooker(work, host.pid());
      seen.addAll(onlooker.look());
      breakConfiguration(receiver);
      seen.addAll(onlooker.lookAtMistakes());
      assertThatThrownBy(beans.notifications()::reload)
          .isInstanceOf(IllegalStateException.class)
          .satisfies(refusal -> seen.add(String.valueOf(refusal.getMessage())));
      seen.addAll(beans.attributes());
      host.stop();
      seen.addAll(host.output());
    }

    assertReceiverGotThem();
    heard.forEach(announcement -> seen.add("notification: " + announcement.getMessage()));
    assertThat(seen)
        .anyMatch(line -> line.startsWith("delivery "))
        .anyMatch(line -> line.matches("notification: .*, and that was all.*"))
        .anyMatch(line -> line.matches("attempts ci.*, and that was all.*"))
        .anyMatch(line -> line.matches("dead-letters show ci .*, and that was all.*"));
    assertThat(seen).filteredOn(SecretsIT::givesAway).isEmpty();
  }

  /** It may be sent once more at the moment, and can't be skipped then. */
  private static void skipWhatFailed(EndpointMXBean endpoint) {
    await()
        .atMost(DEADLINE)
        .ignoreException(IllegalStateException.class)
        .until(() -> endpoint.findDeadLetter(1) != null || endpoint.skip() == 1);
  }

  private boolean hasHeard(String words) {
    return heard.stream().anyMatch(announcement -> announcement.getMessage().contains(words));
  }

  private static boolean givesAway(String line) {
    return Stream.concat(
            MarkedSecrets.ALL.stream().flatMap(secret -> Stream.of(secret, base64(secret))),
            Stream.of(CREDENTIALS))
        .anyMatch(line::contains);
  }

  private HostLauncher launcher(ProgramServer receiver) throws Exception {
    Path logging =
        Files.writeString(
            work.resolve("logging.properties"),
            """
            handlers = java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level = ALL
            dev.registrynotifications.level = ALL
            """);
    return Installation.in(work, configuration(receiver))
        .host()
        .withJvm("-Djava.util.logging.config.file=" + logging)
        .withEnvironment("HOOK", MarkedSecrets.HOOK)
        .withEnvironment("SIGNING", MarkedSecrets.SIGNING);
  }

  private static String configuration(ProgramServer receiver) {
    int port = URI.create(receiver.url()).getPort();
    return "notifications:\n  enabled: true\n  endpoints:\n" + MarkedSecrets.endpoint(port);
  }

  /** Each key that can hold a secret gets something wrong beside it, or is wrong itself. */
  private void breakConfiguration(ProgramServer receiver) throws Exception {
    String broken =
        configuration(receiver)
            .replace("timeout: 60s", "timeuot: 60")
            .replace("X-Token:", "\"X Token\":")
            .replace("\"http://", "\"htp://")
            .replace("secrets: [", "secrets: [\"whsec_" + MarkedSecrets.SIGNING + "\", ");
    Files.writeString(work.resolve("config.yml"), broken);
  }

  /** Otherwise nothing could have given them away. */
  private void assertReceiverGotThem() {
    ReceivedPost post = got.get(0);
    assertThat(confided(post))
        .contains(
            MarkedSecrets.HOOK,
            MarkedSecrets.QUERY,
            MarkedSecrets.HEADER,
            MarkedSecrets.TOKEN,
            CREDENTIALS);
    assertThat(post.header("webhook-signature")).isPresent();
  }

  private static String confided(ReceivedPost post) {
    List<Optional<String>> headers =
        Stream.of("X-Token", "X-Api-Key", "Authorization").map(post::header).toList();
    return post.path() + " " + headers;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static String text(AttemptView attempt) {
    return String.join(
        " ",
        "delivery",
        attempt.getDeliveryId(),
        attempt.getRepository(),
        attempt.getTag(),
        attempt.getOutcome());
  }
}
