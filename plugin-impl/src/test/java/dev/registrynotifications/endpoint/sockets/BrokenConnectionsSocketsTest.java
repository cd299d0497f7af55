package dev.registrynotifications.endpoint.sockets;

import static dev.registrynotifications.Patience.DEADLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Connections that don't come about, or break off. */
class BrokenConnectionsSocketsTest {

  @RegisterExtension static final Bench BENCH = new Bench();

  private static final String HALF_A_HEAD = "HTTP/1.1 200 OK\r\nContent-Len";
  private static final String HALF_A_BODY = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf";

  @Test
  void deliversWhenAServerAppearsWhereConnectionsWereRefused() throws IOException {
    // Bound and not listening: it refuses, and nobody else gets the port.
    SocketChannel reserved = SocketChannel.open();
    reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    int port = ((InetSocketAddress) reserved.getLocalAddress()).getPort();
    Trial trial = BENCH.start(Settings.patient(URI.create("http://127.0.0.1:" + port + "/hook")));
    trial.append("a", "1");
    trial.append("b", "2");
    trial.await(stats -> stats.answers().getErrors() >= 4);

    reserved.close();
    FaultyServer server = BENCH.add(FaultyServer.startAt(port, Script.taking()));
    trial.awaitNothingPending();

    assertThat(server.events()).containsExactlyInAnyOrder("1", "2");
    assertThat(server.connections()).isEqualTo(1);
    assertThat(trial.counts())
        .matches("2 successes, 0 failures, \\d+ errors, \\{200 OK=2}, 0 pending, 0 dead");
  }

  /** An attempt that gets nothing is made twice, because the connection might have been idle. */
  @Test
  void sendsAgainWhatWasResetBeforeTheAnswer() throws IOException {
    Script reset = Script.resettingAfter("");
    FaultyServer server = BENCH.serve(reset, reset, reset, Script.taking());
    Trial trial = BENCH.start(Settings.patient(server.uri()));

    trial.append("a", "1");
    trial.append("a", "2");
    trial.awaitNothingPending();

    assertThat(server.events()).containsExactly("1", "1", "1", "1", "2");
    assertThat(trial.counts())
        .isEqualTo("2 successes, 0 failures, 1 errors, {200 OK=2}, 0 pending, 0 dead");
  }

  @Test
  void sendsAgainWhatWasResetWithinTheHeadersOfTheAnswer() throws IOException {
    FaultyServer server = BENCH.serve(Script.resettingAfter(HALF_A_HEAD), Script.taking());
    Trial trial = BENCH.start(Settings.patient(server.uri()));

    trial.append("a", "1");
    trial.append("a", "2");
    trial.awaitNothingPending();

    assertThat(server.events()).containsExactly("1", "1", "2");
    assertThat(trial.counts())
        .isEqualTo("2 successes, 0 failures, 1 errors, {200 OK=2}, 0 pending, 0 dead");
  }

  /** Its status has come: to send it again would only bring it twice. */
  @Test
  void takesAnAnswerThatIsResetWithinItsBodyForWhatItsStatusSays() throws IOException {
    FaultyServer server = BENCH.serve(Script.resettingAfter(HALF_A_BODY), Script.taking());
    Trial trial = BENCH.start(Settings.patient(server.uri()));

    trial.append("a", "1");
    trial.awaitNothingPending();
    trial.append("a", "2");
    trial.awaitNothingPending();

    assertThat(server.events()).containsExactly("1", "2");
    assertThat(trial.counts())
        .isEqualTo("2 successes, 0 failures, 0 errors, {200 OK=2}, 0 pending, 0 dead");
  }

  @Test
  void getsOverAConnectionThatIsClosedWhileItIsIdle() throws IOException {
    FaultyServer server =
        BENCH.serve(
            connection -> {
              connection.read();
              connection.write(Script.OK);
              connection.closeHalf();
            },
            Script.taking());
    Trial trial = BENCH.start(Settings.patient(server.uri()));

    trial.append("a", "1");
    await().atMost(DEADLINE).until(() -> server.connections() == 1);
    await().atMost(DEADLINE).until(() -> server.openConnections() == 0);
    trial.append("a", "2");
    trial.awaitNothingPending();

    assertThat(server.events()).containsExactly("1", "2");
    assertThat(server.connections()).isEqualTo(2);
    assertThat(trial.counts())
        .isEqualTo("2 successes, 0 failures, 0 errors, {200 OK=2}, 0 pending, 0 dead");
  }

  @Test
  void getsOverAConnectionThatIsClosedInsteadOfTheSecondAnswer() throws IOException {
    FaultyServer server =
        BENCH.serve(
            connection -> {
              connection.read();
              connection.write(Script.OK);
              connection.read();
              connection.closeHalf();
            },
            Script.taking());
    Trial trial = BENCH.start(Settings.patient(server.uri()));

    trial.append("a", "1");
    trial.append("a", "2");
    trial.awaitNothingPending();

    assertThat(server.events()).containsExactly("1", "2", "2");
    assertThat(trial.counts())
        .isEqualTo("2 successes, 0 failures, 0 errors, {200 OK=2}, 0 pending, 0 dead");
  }

  @Test
  void keepsWhatIsForAHostThatNobodyKnows() {
    Trial trial = BENCH.start(Settings.patient(URI.create("http://nowhere.invalid/hook")));

    trial.append("a", "1");
    trial.append("b", "2");
    trial.await(stats -> stats.answers().getErrors() >= 4);
    trial.stop();

    assertThat(trial.left()).containsExactly("1", "2");
    assertThat(trial.counts())
        .matches("0 successes, 0 failures, \\d+ errors, \\{}, 2 pending, 0 dead");
  }
}
