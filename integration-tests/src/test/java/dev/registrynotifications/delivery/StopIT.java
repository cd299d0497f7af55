package dev.registrynotifications.delivery;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.audience.Audience;
import dev.registrynotifications.audience.Notice;
import dev.registrynotifications.audience.Program;
import dev.registrynotifications.audience.Visit;
import dev.registrynotifications.dropin.Installation;
import dev.registrynotifications.host.HostLines;
import dev.registrynotifications.host.HostProcess;
import dev.registrynotifications.receiver.Answer;
import dev.registrynotifications.receiver.Answers;
import dev.registrynotifications.receiver.WebhookReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stop waits for receivers that take what they are sent, and gives up on those that don't. */
class StopIT {

  /** Longer than a stop waits if nobody says how long. */
  private static final Duration SLOW = Duration.ofSeconds(6);

  @TempDir private Path work;

  @Test
  void givesUpOnABlackHoleAndDeliversAfterTheNextStart() throws Exception {
    Installation site = Installation.in(work, "");
    Visit visit = visitInVain(site);

    Program all = Program.readingAll();
    try (Audience audience = new Audience().with("one", all).with("four", all)) {
      Files.writeString(site.configuration(), audience.configuration());
      try (HostProcess host = site.host().start()) {
        for (String name : List.of("one", "four")) {
          await().atMost(DEADLINE).until(() -> audience.of(name).notices().size() >= 5);
          assertThat(audience.of(name).happenings()).isEqualTo(visit.happenings());
        }
        HostLines.awaitAll(2, "goes on with 5 events", host);
      }
    }
  }

  /** Each request is under way for minutes. That the stop ends long before, its caller checks. */
  private static Visit visitInVain(Installation site) throws Exception {
    try (ServerSocket hole = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      hole.setSoTimeout((int) DEADLINE.toMillis());
      String url = "http://127.0.0.1:" + hole.getLocalPort() + "/";
      String one = Audience.endpoint("one", url);
      String four = Audience.endpoint("four", url, "concurrency: 4");
      Files.writeString(
          site.configuration(),
          Audience.configuration(List.of(one, four), "shutdownTimeout: 500ms"));
      try (HostProcess host = site.host().start()) {
        Visit visit = new Visit(host.baseUri(), "team/app");
        visit.pushBlobs(5);
        stopWhileConnected(host, hole);
        return visit;
      }
    }
  }

  private static void stopWhileConnected(HostProcess host, ServerSocket hole) throws Exception {
    try (Socket first = hole.accept();
        Socket second = hole.accept()) {
      assertThat(List.of(first, second)).allMatch(Socket::isConnected);

      host.stop();

      for (String name : List.of("one", "four")) {
        String expected = "Endpoint " + name + " stops with 5 events undelivered, which stay";
        assertThat(host.output()).anyMatch(line -> line.contains(expected));
      }
    }
  }

  @Test
  void waitsForASlowReceiverAsLongAsItIsTold() throws Exception {
    Answers slowAtFirst = Answers.inTurn(Answer.OK.after(SLOW));
    try (WebhookReceiver receiver = WebhookReceiver.start(slowAtFirst);
        HostProcess host = start(Audience.endpoint("slow", receiver.uri().toString()))) {
      Visit visit = new Visit(host.baseUri(), "team/app");
      visit.pushBlobs(3);
      receiver.await(1, DEADLINE);

      host.stop();

      assertThat(receiver.posts())
          .flatExtracting(Notice::allIn)
          .extracting(Notice::happening)
          .isEqualTo(visit.happenings());
      assertThat(host.output()).noneMatch(line -> line.contains("undelivered"));
    }
  }

  private HostProcess start(String endpoint) throws IOException, InterruptedException {
    String configuration = Audience.configuration(List.of(endpoint), "shutdownTimeout: 60s");
    return Installation.in(work, configuration).host().start();
  }
}
