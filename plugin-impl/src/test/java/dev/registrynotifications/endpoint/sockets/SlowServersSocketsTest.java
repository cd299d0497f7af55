package dev.registrynotifications.endpoint.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Servers that take their time, or never come to an end. */
class SlowServersSocketsTest {

  @RegisterExtension static final Bench BENCH = new Bench();

  /** Waited for to its end, and only where the machine is slow. */
  private static final Duration LONGER = Duration.ofSeconds(10);

  private static final int GIBIBYTE = 1024 * 1024 * 1024;
  private static final int MEBIBYTE = 1024 * 1024;

  @Test
  void sendsAgainWhatABlackHoleSwallows() throws IOException {
    FaultyServer server = BENCH.serve(Script.writing(""), Script.taking());
    Trial trial = BENCH.start(Settings.impatient(server.uri()));

    trial.append("a", "1");
    trial.awaitNothingPending();

    assertSentAgain(server, trial);
  }

  @Test
  void sendsAgainWhatGetsHeadersWithoutEnd() throws IOException {
    FaultyServer server =
        BENCH.serve(Script.dripping("HTTP/1.1 200 OK\r\nX-Drip: ", "x"), Script.taking());
    Trial trial = BENCH.start(Settings.impatient(server.uri()));

    trial.append("a", "1");
    trial.awaitNothingPending();

    assertSentAgain(server, trial);
  }

  /** More than once where the machine is so slow that an answer comes too late. */
  private static void assertSentAgain(FaultyServer server, Trial trial) {
    assertThat(server.events()).startsWith("1", "1").containsOnly("1");
    assertThat(trial.counts())
        .matches("1 successes, 0 failures, [1-9]\\d* errors, \\{200 OK=1}, 0 pending, 0 dead");
  }

  @Test
  void takesTheStatusOfAnAnswerWhoseBodyDripsWithoutEnd() throws IOException {
    Patience.assertComesTo(
        "2 connections, 2 successes, 0 failures, 0 errors, {200 OK=2}, 0 pending, 0 dead",
        List.of(Settings.IMPATIENCE, LONGER),
        SlowServersSocketsTest::countsOfADrippingBody);
  }

  private static String countsOfADrippingBody(Duration timeout) throws IOException {
    FaultyServer server = BENCH.serve(Script.dripping(headOfALongAnswer(), "x"), Script.taking());
    Trial trial =
        BENCH.start(Settings.patient(server.uri()).transport(Settings.transport(timeout)));

    trial.append("a", "1");
    trial.append("a", "2");
    trial.awaitNothingPending();

    assertThat(server.events()).contains("1", "2");
    return server.connections() + " connections, " + trial.counts();
  }

  /** What has been written is more than what was read: sockets hold some megabytes. */
  @Test
  void readsLittleOfAnAnswerOfAGibibyte() throws IOException {
    AtomicLong written = new AtomicLong();
    FaultyServer server =
        BENCH.serve(connection -> writeALongAnswer(connection, written), Script.taking());
    Trial trial = BENCH.start(Settings.patient(server.uri()));

    trial.append("a", "1");
    trial.append("a", "2");
    trial.awaitNothingPending();

    assertThat(server.events()).containsExactly("1", "2");
    assertThat(server.connections()).isEqualTo(2);
    assertThat(written).hasValueLessThan(GIBIBYTE / 8);
    assertThat(trial.counts())
        .isEqualTo("2 successes, 0 failures, 0 errors, {200 OK=2}, 0 pending, 0 dead");
  }

  private static void writeALongAnswer(Connection connection, AtomicLong written)
      throws IOException {
    connection.read();
    connection.write(headOfALongAnswer());
    String piece = "x".repeat(MEBIBYTE);
    while (written.get() < GIBIBYTE) {
      connection.write(piece);
      written.addAndGet(piece.length());
    }
  }

  private static String headOfALongAnswer() {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + GIBIBYTE + "\r\n\r\n";
  }
}
