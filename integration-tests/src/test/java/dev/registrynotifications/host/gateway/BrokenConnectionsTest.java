package dev.registrynotifications.host.gateway;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenConnectionsTest extends GatewayFixture {

  private static final String HOST = "Host: hub.example:81";
  private static final int LARGE = 64 * 1024 * 1024;

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT"})
  void answersAsRegistriesDoWhereUpstreamIsDown(String method) throws Exception {
    startBefore(nobody());

    String answer = exchange("abc", method + " /v2/a HTTP/1.1", HOST, "Content-Length: 3");

    assertThat(answer)
        .startsWith("HTTP/1.1 502 ")
        .contains("\r\nContent-Type: application/json\r\n")
        .contains("\r\nDocker-Distribution-Api-Version: registry/2.0\r\n")
        .contains("\r\n\r\n{\"errors\":[{\"code\":\"UNAVAILABLE\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Le"})
  void answersAsRegistriesDoWhereUpstreamDoesNot(String bytes) throws Exception {
    try (RawUpstream upstream = RawUpstream.answering(bytes)) {
      startBefore(upstream.upstream());

      String answer = exchange("", "GET /v2/ HTTP/1.1", HOST);

      assertThat(answer)
          .startsWith("HTTP/1.1 502 ")
          .contains("\r\n\r\n{\"errors\":[{\"code\":\"UNAVAILABLE\"");
    }
  }

  /** Often: a request that breaks before its answer must never look like one that succeeded. */
  @RepeatedTest(30)
  void saysSoWhereUpstreamBreaksOffInTheMiddleOfAnUpload() throws Exception {
    try (RawUpstream upstream = RawUpstream.with(c -> c.head() + c.body(1000))) {
      startBefore(upstream.upstream());

      try (Socket client = connect()) {
        write(
            client, "PUT /v2/a HTTP/1.1\r\n" + HOST + "\r\nContent-Length: " + LARGE + "\r\n\r\n");
        write(client, "x".repeat(100_000));

        assertThat(new String(client.getInputStream().readNBytes(13), US_ASCII))
            .isEqualTo("HTTP/1.1 502 ");
      }
    }
  }

  @Test
  void answersAgainOnceUpstreamIsBack() throws Exception {
    Upstream down = nobody();
    startBefore(down);
    assertThat(exchange("", "GET /v2/ HTTP/1.1", HOST)).startsWith("HTTP/1.1 502 ");

    try (ServerSocket server =
        new ServerSocket(down.root().getPort(), 1, InetAddress.getLoopbackAddress())) {
      Thread upstream = new Thread(() -> answerOnce(server), "upstream that is back");
      upstream.start();

      assertThat(exchange("", "GET /v2/ HTTP/1.1", HOST)).startsWith("HTTP/1.1 200 ");
      upstream.join(DEADLINE.toMillis());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 1000", "Transfer-Encoding: chunked"})
  void breaksUploadOffWhereTheClientDoes(String framing) throws Exception {
    String part = framing.endsWith("chunked") ? "3\r\nabc\r\n" : "abc";
    try (RawUpstream upstream = RawUpstream.with(c -> c.head() + c.body(1000) + "<end>")) {
      startBefore(upstream.upstream());

      try (Socket client = connect()) {
        write(client, "PUT /v2/a HTTP/1.1\r\n" + HOST + "\r\n" + framing + "\r\n\r\n" + part);
      }

      assertThat(upstream.awaitSeen()).doesNotContain("\r\n0\r\n").endsWith("<end>");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 1000\r\n\r\nabc",
        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"
      })
  void breaksAnswerOffWhereUpstreamDoes(String answer) throws Exception {
    try (RawUpstream upstream = RawUpstream.answering("HTTP/1.1 200 OK\r\n" + answer)) {
      startBefore(upstream.upstream());

      String received = exchange("", "GET /v2/a HTTP/1.1", HOST);

      assertThat(received).doesNotContain("200 OK").startsWith("HTTP/1.1 502 ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n"})
  void passesRefusalOnWhoseBodyNeverComes(String part) throws Exception {
    String head = "HTTP/1.1 416 No\r\nContent-Length: 18\r\nContent-Range: bytes */18\r\n\r\n";
    try (RawUpstream upstream = RawUpstream.answering(head + part)) {
      startBefore(upstream.upstream());

      String received = exchange("", "GET /v2/a HTTP/1.1", HOST);

      assertThat(received)
          .startsWith("HTTP/1.1 416 ")
          .contains("\r\nContent-Range: bytes */18\r\n")
          .contains("\r\nContent-Length: 0\r\n")
          .endsWith("\r\n\r\n");
    }
  }

  @Test
  void breaksLongAnswerOffWhereUpstreamDoes() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    String chunk = "100000\r\n" + "x".repeat(0x100000) + "\r\n";
    try (RawUpstream upstream = RawUpstream.answering(head + chunk)) {
      startBefore(upstream.upstream());

      String received = exchange("", "GET /v2/a HTTP/1.1", HOST);

      assertThat(received).startsWith("HTTP/1.1 200 ").contains("xxxx").doesNotEndWith("0\r\n\r\n");
    }
  }

  @Test
  void stopsReadingFromUpstreamWhereTheClientIsGone() throws Exception {
    try (RawUpstream upstream = RawUpstream.with(BrokenConnectionsTest::sendWithoutEnd)) {
      startBefore(upstream.upstream());

      try (Socket client = connect()) {
        write(client, "GET /v2/a HTTP/1.1\r\n" + HOST + "\r\n\r\n");
        client.getInputStream().readNBytes(1000);
      }

      assertThat(upstream.awaitSeen()).startsWith("broken: ");
    }
  }

  @Test
  void passesOnAnAnswerThatComesBeforeTheBodyIsSent() throws Exception {
    try (RawUpstream upstream = RawUpstream.with(BrokenConnectionsTest::refuseAtOnce)) {
      startBefore(upstream.upstream());

      try (Socket client = connect()) {
        write(
            client, "PUT /v2/a HTTP/1.1\r\n" + HOST + "\r\nContent-Length: " + LARGE + "\r\n\r\n");
        write(client, "x".repeat(100_000));
        InputStream answer = client.getInputStream();

        assertThat(new String(answer.readNBytes(13), US_ASCII)).isEqualTo("HTTP/1.1 401 ");
      }
    }
  }

  /** Until the reader is gone. */
  private static String sendWithoutEnd(RawConnection connection) throws IOException {
    connection.head();
    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n");
    while (true) {
      connection.write("x".repeat(100_000));
    }
  }

  /** And waits until the gateway has had enough of it. */
  private static String refuseAtOnce(RawConnection connection) throws IOException {
    String head = connection.head();
    connection.write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
    connection.body(LARGE);
    return head;
  }

  private static void answerOnce(ServerSocket server) {
    try (Socket socket = server.accept()) {
      RawConnection connection = new RawConnection(socket);
      connection.head();
      connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    } catch (IOException e) {
      throw new AssertionError("Could not answer: " + e, e);
    }
  }

  private Socket connect() throws IOException {
    URI uri = uri("/");
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout((int) DEADLINE.toMillis());
    return socket;
  }

  private static void write(Socket socket, String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(US_ASCII));
  }

  private static Upstream nobody() {
    return new Upstream(URI.create("http://127.0.0.1:" + Ports.free() + "/"));
  }
}
