package dev.registrynotifications.endpoint.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.config.TransportConfig;
import dev.registrynotifications.endpoint.attempt.Delivery;
import dev.registrynotifications.endpoint.attempt.DeliveryResult;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Answered;
import dev.registrynotifications.endpoint.attempt.DeliveryResult.Failed;
import dev.registrynotifications.endpoint.attempt.Interim.HungUp;
import dev.registrynotifications.endpoint.attempt.ScriptedSender;
import dev.registrynotifications.endpoint.attempt.Sender;
import dev.registrynotifications.endpoint.http.RawServer;
import dev.registrynotifications.metrics.EndpointStats;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconnectingSenderTest {

  private static final Delivery ENVELOPE = new Delivery("1", new byte[1], Map.of());

  private final EndpointStats stats = new EndpointStats();

  @Test
  void sendsOnceMoreWhatGotNoAnswer() throws InterruptedException {
    ScriptedSender delegate = new ScriptedSender(new HungUp(), new Answered(503));

    DeliveryResult result = new ReconnectingSender(delegate).send(ENVELOPE);

    assertThat(result).isEqualTo(new Answered(503));
    assertThat(delegate.attempts()).hasSize(2);
  }

  @Test
  void sendsNoThirdTime() throws InterruptedException {
    ScriptedSender delegate = new ScriptedSender(new HungUp(), new HungUp());

    DeliveryResult result = new ReconnectingSender(delegate).send(ENVELOPE);

    assertThat(result).isEqualTo(new Failed("it closed the connection without an answer"));
    assertThat(delegate.attempts()).hasSize(2);
  }

  @Test
  void leavesOtherFailuresToThoseWhoWait() throws InterruptedException {
    ScriptedSender delegate = new ScriptedSender(new Failed("refused"));

    DeliveryResult result = new ReconnectingSender(delegate).send(ENVELOPE);

    assertThat(result).isEqualTo(new Failed("refused"));
    assertThat(delegate.attempts()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void getsOverAConnectionThatIsClosedWhileTheNextRequestIsOnItsWay(boolean reset)
      throws IOException, InterruptedException {
    try (RawServer server = RawServer.start((n, socket) -> hangUpAtSecond(n, socket, reset))) {
      Sender sender = sender(server);

      DeliveryResult first = sender.send(ENVELOPE);
      DeliveryResult second = sender.send(ENVELOPE);

      assertThat(first).isEqualTo(new Answered(200));
      assertThat(second).isEqualTo(new Answered(200));
      assertThat(server.connections()).isEqualTo(2);
      assertThat(stats.answers().getSuccesses()).isEqualTo(2);
      assertThat(stats.answers().getErrors()).isZero();
    }
  }

  private static void hangUpAtSecond(int connection, Socket socket, boolean reset)
      throws IOException {
    if (connection > 1) {
      RawServer.serve(socket);
      return;
    }
    answerOnce(socket);
    RawServer.read(socket);
    if (reset) {
      socket.setSoLinger(true, 0);
    }
  }

  /** Whether the client sees the close in time is a matter of luck, each time. */
  @Test
  void getsOverAServerThatClosesEachConnectionAfterAnAnswer()
      throws IOException, InterruptedException {
    try (RawServer server = RawServer.start((connection, socket) -> answerOnce(socket))) {
      Sender sender = sender(server);

      for (int i = 0; i < 100; i++) {
        sender.send(ENVELOPE);
      }

      assertThat(stats.answers().getSuccesses()).isEqualTo(100);
      assertThat(stats.answers().getErrors()).isZero();
    }
  }

  private static void answerOnce(Socket socket) throws IOException {
    RawServer.read(socket);
    RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  }

  @Test
  void countsAServerThatAlwaysHangsUpAsOneErrorAnAttempt()
      throws IOException, InterruptedException {
    try (RawServer server = RawServer.start((connection, socket) -> RawServer.read(socket))) {
      DeliveryResult result = sender(server).send(ENVELOPE);

      assertThat(result).isEqualTo(new Failed("it closed the connection without an answer"));
      assertThat(server.connections()).isEqualTo(2);
      assertThat(stats.answers().getErrors()).isEqualTo(1);
    }
  }

  @Test
  void doesNotTakeAHalfAnswerForNone() throws IOException, InterruptedException {
    try (RawServer server = RawServer.start((connection, socket) -> answerHalf(socket))) {
      DeliveryResult result = sender(server).send(ENVELOPE);

      assertThat(result).isInstanceOf(Failed.class);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  private static void answerHalf(Socket socket) throws IOException {
    RawServer.read(socket);
    RawServer.write(socket, "HTTP/1.1 200 O");
  }

  private Sender sender(RawServer server) {
    TransportConfig byDefault = TransportConfig.DEFAULT;
    EndpointConfig config =
        EndpointConfig.to("ci", server.uri())
            .transport(
                new TransportConfig(
                    Duration.ofSeconds(30), byDefault.tls(), byDefault.proxy(), byDefault.safety()))
            .build();
    return new SenderFactory("test/1", InstantSource.system(), Ticker.systemTicker())
        .create(config, stats.answers());
  }
}
