package dev.registrynotifications.endpoint.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What isn't HTTP. */
class GarbledAnswersSocketsTest {

  /**
   * JDK 17's client never closes a connection whose answer it couldn't parse, not even at its end.
   * That is why there is a long pause after such an answer, and so one connection.
   */
  @RegisterExtension static final Bench BENCH = new Bench(1);

  @Test
  void leavesAServerAloneThatDoesNotSpeakHttp() throws IOException {
    FaultyServer server =
        BENCH.serve(
            connection -> {
              connection.write("SSH-2.0-OpenSSH_9.2p1\r\n\r\n");
              connection.read();
            });
    Trial trial = BENCH.start(Settings.patient(server.uri()));

    trial.append("a", "1");
    trial.append("b", "2");
    trial.awaitBackingOff();
    trial.stop();

    assertThat(server.connections()).isEqualTo(1);
    assertThat(trial.left()).containsExactly("1", "2");
    assertThat(trial.counts())
        .isEqualTo("0 successes, 0 failures, 1 errors, {}, 2 pending, 0 dead");
  }
}
