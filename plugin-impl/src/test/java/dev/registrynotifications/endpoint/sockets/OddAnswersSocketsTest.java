package dev.registrynotifications.endpoint.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers that HTTP allows, and that few servers give. */
class OddAnswersSocketsTest {

  @RegisterExtension static final Bench BENCH = new Bench();

  private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";
  private static final String EARLY_HINTS =
      "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n";

  private static final String IN_CHUNKS =
      """
      HTTP/1.1 202 Accepted
      Transfer-Encoding: chunked

      5;name=value
      thank
      4
       you
      0
      Trailer: 1

      """
          .replace("\n", "\r\n");

  @Test
  void waitsForTheAnswerThatFollowsAContinue() throws IOException {
    FaultyServer server = BENCH.serve(Script.answering(request -> CONTINUE + Script.OK));
    Trial trial = BENCH.start(Settings.patient(server.uri()));

    trial.append("a", "1");
    trial.append("a", "2");
    trial.awaitNothingPending();

    assertThat(server.events()).containsExactly("1", "2");
    assertThat(trial.counts())
        .isEqualTo("2 successes, 0 failures, 0 errors, {200 OK=2}, 0 pending, 0 dead");
  }

  @Test
  void waitsForTheAnswerThatFollowsEarlyHints() throws IOException {
    FaultyServer server =
        BENCH.serve(Script.answering(request -> EARLY_HINTS + EARLY_HINTS + Script.OK));
    Trial trial = BENCH.start(Settings.patient(server.uri()));

    trial.append("a", "1");
    trial.append("a", "2");
    trial.awaitNothingPending();

    assertThat(server.events()).containsExactly("1", "2");
    assertThat(trial.counts())
        .isEqualTo("2 successes, 0 failures, 0 errors, {200 OK=2}, 0 pending, 0 dead");
  }

  @Test
  void readsAnAnswerInChunksToItsEnd() throws IOException {
    FaultyServer server = BENCH.serve(Script.answering(request -> IN_CHUNKS));
    Trial trial = BENCH.start(Settings.patient(server.uri()));

    trial.append("a", "1");
    trial.append("a", "2");
    trial.awaitNothingPending();

    assertThat(server.events()).containsExactly("1", "2");
    assertThat(server.connections()).isEqualTo(1);
    assertThat(trial.counts())
        .isEqualTo("2 successes, 0 failures, 0 errors, {202 Accepted=2}, 0 pending, 0 dead");
  }
}
