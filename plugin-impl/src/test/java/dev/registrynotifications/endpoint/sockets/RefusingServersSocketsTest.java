package dev.registrynotifications.endpoint.sockets;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.config.BatchConfig;
import dev.registrynotifications.journal.DeadLetter;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Servers that don't want an event, or none at the moment. */
class RefusingServersSocketsTest {

  @RegisterExtension static final Bench BENCH = new Bench();

  private static final String RETRY_IN_AN_HOUR = Script.answer(429, "Retry-After: 3600\r\n");

  @Test
  void comesBackWhenItHasLeftABusyServerAlone() throws IOException {
    FaultyServer server = BENCH.serve(Script.inTurn(RETRY_IN_AN_HOUR, Script.OK));
    Trial trial = BENCH.start(Settings.patient(server.uri()));

    trial.append("a", "1");
    trial.append("b", "2");
    trial.awaitNothingPending();

    assertThat(server.events()).startsWith("1").containsExactlyInAnyOrder("1", "1", "2");
    assertThat(trial.counts())
        .isEqualTo(
            "2 successes, 1 failures, 0 errors, {200 OK=2, 429 Too Many Requests=1},"
                + " 0 pending, 0 dead");
  }

  /** Without what it asks for, another repository's event would be tried at once. */
  @Test
  void leavesABusyServerAloneForAsLongAsItAsks() throws IOException {
    FaultyServer server = BENCH.serve(Script.answering(request -> RETRY_IN_AN_HOUR));
    Trial trial =
        BENCH.start(Settings.patient(server.uri()).retry(Settings.retry(Duration.ofHours(1))));

    trial.append("a", "1");
    trial.awaitBackingOff();
    trial.append("b", "2");
    trial.stop();

    assertThat(server.events()).containsExactly("1");
    assertThat(trial.left()).containsExactly("1", "2");
    assertThat(trial.counts())
        .isEqualTo(
            "0 successes, 1 failures, 0 errors, {429 Too Many Requests=1}, 2 pending, 0 dead");
  }

  @Test
  void givesUpTheEventThatAlwaysFailsWhileOthersGoOn() throws IOException {
    FaultyServer server =
        BENCH.serve(
            Script.answering(request -> request.has("poison") ? Script.answer(500) : Script.OK));
    Trial trial = BENCH.start(Settings.patient(server.uri()));

    trial.append("a", "poison");
    trial.append("a", "after");
    AtomicInteger others = new AtomicInteger();
    Awaitility.await()
        .atMost(DEADLINE)
        .until(
            () -> {
              trial.append("b", "other " + others.incrementAndGet());
              return trial.deadLetters().size() == 1;
            });
    trial.awaitNothingPending();

    DeadLetter letter = trial.deadLetters().get(0);
    assertThat(Trial.id(letter.event())).isEqualTo("poison");
    assertThat(letter.lastStatus()).isEqualTo(500);
    assertThat(Collections.frequency(server.events(), "poison")).isEqualTo(letter.attempts());
    assertThat(server.taken()).hasSize(others.get() + 1).contains("after");
    assertThat(trial.counts())
        .isEqualTo(
            "%d successes, %d failures, 0 errors, {200 OK=%d, 500 Internal Server Error=%d}, 0 pending, 1 dead"
                .formatted(
                    others.get() + 1, letter.attempts(), others.get() + 1, letter.attempts()));
  }

  @Test
  void keepsEverythingWhileEverythingFails() throws IOException {
    FaultyServer server = BENCH.serve(Script.answering(request -> Script.answer(500)));
    Trial trial = BENCH.start(Settings.patient(server.uri()));

    trial.append("a", "1");
    trial.append("b", "2");
    trial.append("a", "3");
    trial.await(
        stats ->
            stats.answers().getFailures() >= 10 && server.events().containsAll(List.of("1", "2")));
    trial.stop();

    assertThat(server.events()).contains("1", "2").doesNotContain("3");
    assertThat(trial.left()).containsExactly("1", "2", "3");
    assertThat(trial.counts())
        .isEqualTo(
            "0 successes, %1$d failures, 0 errors, {500 Internal Server Error=%1$d}, 3 pending, 0 dead"
                .formatted(server.events().size()));
  }

  @Test
  void sendsTheEventsOfABatchThatIsTooLargeOneByOneAndGivesUpJustOne() throws IOException {
    FaultyServer server =
        BENCH.serve(
            Script.answering(request -> request.has("poison") ? Script.answer(413) : Script.OK));
    BatchConfig batches = new BatchConfig(5, 256 * 1024, Duration.ZERO);
    Trial trial = BENCH.prepare(Settings.patient(server.uri()).batch(batches));

    for (String id : List.of("1", "2", "poison", "4", "5")) {
      trial.append("a", id);
    }
    trial.start();
    trial.awaitNothingPending();

    assertThat(server.events())
        .containsExactly("1+2+poison+4+5", "1", "2", "poison", "poison", "poison", "4", "5");
    DeadLetter letter = trial.deadLetters().get(0);
    assertThat(Trial.id(letter.event())).isEqualTo("poison");
    assertThat(letter.lastStatus()).isEqualTo(413);
    assertThat(trial.counts())
        .isEqualTo(
            "4 successes, 4 failures, 0 errors, {200 OK=4, 413 Request Entity Too Large=4}, 0 pending, 1 dead");
  }
}
