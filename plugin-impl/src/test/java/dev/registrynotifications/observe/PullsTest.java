package dev.registrynotifications.observe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.registry.Digest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Pulls are told when their answer is complete. */
class PullsTest extends FilterTest {

  @Test
  void tellsOfAPullOnceItIsComplete() throws Exception {
    serve(
        (request, response) -> {
          response.getOutputStream().write(CONTENT.getBytes(UTF_8));
          response.flushBuffer();
          pass(open);
        });

    try (Socket client = server().connect()) {
      request(client, "GET " + BLOB, "");
      assertThat(statusOf(client)).isEqualTo(200);
      assertThat(server().told()).isEmpty();

      open.countDown();
      awaitTold(PULLED);
    }
  }

  @Test
  void tellsOfAPullByTheAnnouncedLengthForAHead() throws Exception {
    serve((request, response) -> response.setContentLengthLong(5));

    send("HEAD", BLOB, "");

    awaitTold(PULLED);
  }

  @Test
  void tellsNothingOfAPullThatIsCutShort() throws Exception {
    serve(
        (request, response) -> {
          boolean isCut = request.getRequestURI().equals(BLOB);
          response.setHeader("Content-Length", isCut ? "50" : "5");
          response.getOutputStream().write(CONTENT.getBytes(UTF_8));
          response.flushBuffer();
        });

    try (Socket client = server().connect()) {
      request(client, "GET " + BLOB, "");
      assertThat(statusOf(client)).isEqualTo(200);
    }
    get(OTHER_BLOB);

    awaitTold("pull team/other null 5");
  }

  @Test
  void tellsNothingOfAPullWhoseClientWentAway() throws Exception {
    CountDownLatch noticed = new CountDownLatch(1);
    serve(
        (request, response) -> {
          if (request.getRequestURI().equals(BLOB)) {
            writeUntilGone(response, noticed);
          } else {
            response.getOutputStream().write(CONTENT.getBytes(UTF_8));
          }
        });

    try (Socket client = server().connect()) {
      request(client, "GET " + BLOB, "");
      statusOf(client);
    }
    pass(noticed);
    get(OTHER_BLOB);

    awaitTold("pull team/other null 5");
  }

  /** As registries do: it isn't their failure. */
  private static void writeUntilGone(HttpServletResponse response, CountDownLatch noticed) {
    try {
      while (true) {
        response.getOutputStream().write(new byte[100_000]);
      }
    } catch (IOException e) {
      noticed.countDown();
    }
  }

  @Test
  void tellsNothingOfTextWhoseClientWentAway() throws Exception {
    CountDownLatch noticed = new CountDownLatch(1);
    serve(
        (request, response) -> {
          PrintWriter writer = response.getWriter();
          writer.print(CONTENT);
          if (request.getRequestURI().equals(BLOB)) {
            while (!writer.checkError()) {
              writer.print("x".repeat(100_000));
            }
            noticed.countDown();
          }
        });

    try (Socket client = server().connect()) {
      request(client, "GET " + BLOB, "");
      statusOf(client);
    }
    pass(noticed);
    get(OTHER_BLOB);

    awaitTold("pull team/other null 5");
  }

  @Test
  void hashesAPulledManifest() throws Exception {
    serve(
        (request, response) -> {
          response.setContentType("application/json");
          response.getWriter().print("{}");
        });

    get(MANIFEST);

    awaitTold("pull team/app v1 2");
    assertThat(server().events().get(0).target().digest()).isEqualTo(digestOf("{}"));
  }

  @Test
  void putsTogetherCharactersThatAreWrittenInHalves() throws Exception {
    String text = "{\"a\": \"\uD83D\uDE00\"}";
    serve(
        (request, response) -> {
          response.setContentType("application/json;charset=utf-8");
          for (int i = 0; i < text.length(); i++) {
            response.getWriter().write(text.charAt(i));
          }
        });

    assertThat(get(MANIFEST).body()).isEqualTo(text);

    awaitTold("pull team/app v1 " + text.getBytes(UTF_8).length);
    assertThat(server().events().get(0).target().digest()).isEqualTo(digestOf(text));
  }

  private static Digest digestOf(String text) {
    return Digest.sha256(ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  @Test
  void forgetsWhatTheRegistryTookBack() throws Exception {
    serve(
        (request, response) -> {
          response.setContentLength(50);
          response.getOutputStream().write(CONTENT.getBytes(UTF_8));
          response.reset();
          response.getWriter().print(CONTENT);
        });

    assertThat(get(BLOB).body()).isEqualTo(CONTENT);

    awaitTold(PULLED);
  }
}
