package dev.registrynotifications.observe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes are told before the client can see their answer. */
class PushesTest extends FilterTest {

  @Test
  void tellsOfAPushWithTheBytesThatTheRegistryRead() throws Exception {
    serve((request, response) -> readAndCreate(request, response));

    assertThat(put(UPLOAD)).isEqualTo(201);

    assertThat(server().told()).containsExactly(PUSHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"write", "flush", "flushBuffer", "print", "close", "much"})
  void tellsOfAPushBeforeTheClientSeesTheAnswer(String how) throws Exception {
    serve(
        (request, response) -> {
          readAndCreate(request, response);
          answer(how, response);
          pass(open);
        });

    try (Socket client = server().connect()) {
      request(client, "PUT " + UPLOAD, CONTENT);

      assertThat(statusOf(client)).isEqualTo(201);
      assertThat(server().told()).containsExactly(PUSHED);
    }
  }

  private static void answer(String how, HttpServletResponse response) throws IOException {
    switch (how) {
      case "write" -> {
        response.setContentLength(2);
        response.getOutputStream().write("{}".getBytes(UTF_8));
        response.getOutputStream().flush();
      }
      case "flush" -> response.getOutputStream().flush();
      case "flushBuffer" -> response.flushBuffer();
      case "close" -> response.getWriter().close();
      case "much" -> response.getOutputStream().write(new byte[200_000]);
      default -> {
        response.getWriter().print("{}");
        response.getWriter().flush();
      }
    }
  }

  @Test
  void tellsOfAPushWhoseStatusComesLate() throws Exception {
    serve(
        (request, response) -> {
          response.getOutputStream().print("{}");
          readAndCreate(request, response);
        });

    assertThat(put(UPLOAD)).isEqualTo(201);

    assertThat(server().told()).containsExactly(PUSHED);
  }

  @Test
  void tellsOfAPushWhoseDigestComesLate() throws Exception {
    serve(
        (request, response) -> {
          readAndCreate(request, response);
          response.getOutputStream().print("{}");
          response.setHeader("Docker-Content-Digest", DIGEST);
        });

    put("/v2/team/app/blobs/uploads/1");

    assertThat(server().told()).containsExactly(PUSHED);
  }

  @Test
  void tellsOfAPushThatIsServedElsewhere() throws Exception {
    serve(
        (request, response) -> {
          if (request.getServletPath().startsWith("/v2/")
              || String.valueOf(request.getPathInfo()).startsWith("/v2/")) {
            request.getRequestDispatcher("/internal?id=7").forward(request, response);
          } else {
            readAndCreate(request, response);
            response.getOutputStream().print("{}");
          }
        });

    assertThat(put(UPLOAD)).isEqualTo(201);

    assertThat(server().told()).containsExactly(PUSHED);
  }

  @Test
  void tellsOfAPushWhoseClientWentAway() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    serve(
        (request, response) -> {
          request.getInputStream().readAllBytes();
          read.countDown();
          pass(open);
          response.setStatus(201);
          response.flushBuffer();
        });

    try (Socket client = server().connect()) {
      request(client, "PUT " + UPLOAD, CONTENT);
      pass(read);
    }
    open.countDown();

    awaitTold(PUSHED);
  }

  @Test
  void tellsNothingOfAnUploadThatBreaksOff() throws Exception {
    CountDownLatch broken = new CountDownLatch(1);
    serve(
        (request, response) -> {
          try {
            readAndCreate(request, response);
          } finally {
            broken.countDown();
          }
        });

    try (Socket client = server().connect()) {
      String half = "PUT " + UPLOAD + " HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n12345";
      client.getOutputStream().write(half.getBytes(ISO_8859_1));
    }
    pass(broken);
    put("/v2/team/other/blobs/uploads/1?digest=" + DIGEST);

    assertThat(server().told()).containsExactly("push team/other null 5");
  }

  @Test
  void tellsNothingOfAPushThatFails() throws Exception {
    serve(
        (request, response) -> {
          response.setStatus(201);
          throw new IllegalStateException("broken by the test");
        });

    assertThat(put(UPLOAD)).isEqualTo(500);

    assertThat(server().told()).isEmpty();
  }

  @Test
  void tellsNothingOfAPushThatIsRefused() throws Exception {
    serve((request, response) -> response.sendError(403));

    assertThat(put(UPLOAD)).isEqualTo(403);

    assertThat(server().told()).isEmpty();
  }

  @Test
  void tellsOnceOfAPushThatIsAnsweredInManyWrites() throws Exception {
    serve(
        (request, response) -> {
          readAndCreate(request, response);
          for (int i = 0; i < 100; i++) {
            response.getOutputStream().write(new byte[1_000]);
          }
        });

    put(UPLOAD);

    assertThat(server().told()).containsExactly(PUSHED);
  }

  @Test
  void addsUpPartsOfWhichTheRegistrySaysNothing() throws Exception {
    serve(
        (request, response) -> {
          request.getInputStream().readAllBytes();
          response.setStatus(request.getMethod().equals("PATCH") ? 202 : 201);
          response.getOutputStream().print("{");
          response.getOutputStream().print("}");
        });

    send("PATCH", "/v2/team/app/blobs/uploads/1", CONTENT);
    send("PATCH", "/v2/team/app/blobs/uploads/1", CONTENT);
    put(UPLOAD);

    assertThat(server().told()).containsExactly("push team/app null 15");
  }
}
