package dev.registrynotifications.observe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.event.Event;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryExchangeFilterTest {

  private static final String DIGEST = "sha256:" + "a".repeat(64);
  private static final String UPLOAD = "/v2/team/app/blobs/uploads/1?digest=" + DIGEST;
  private static final String BLOB = "/v2/team/app/blobs/" + DIGEST;
  private static final String MANIFEST = "/v2/team/app/manifests/v1";
  private static final String PUSHED = "push team/app null 5";
  private static final String PULLED = "pull team/app null 5";
  private static final byte[] CONTENT = "12345".getBytes(UTF_8);

  private final HttpClient http = HttpClient.newHttpClient();
  private final CountDownLatch open = new CountDownLatch(1);
  private WatchedServer server = WatchedServer.start((request, response) -> {});

  @AfterEach
  void stop() {
    open.countDown();
    server.close();
  }

  private void serve(WatchedServer.Service service) {
    server.close();
    server = WatchedServer.start(service);
  }

  @Test
  void tellsOfAPushWithTheBytesThatTheRegistryRead() throws Exception {
    serve((request, response) -> readAndCreate(request, response));

    assertThat(put(UPLOAD)).isEqualTo(201);

    assertThat(server.told()).containsExactly(PUSHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"write", "flush", "flushBuffer", "print"})
  void tellsOfAPushBeforeTheClientSeesTheAnswer(String how) throws Exception {
    serve(
        (request, response) -> {
          readAndCreate(request, response);
          write(how, response);
          pass(open);
        });

    try (Socket client = server.connect()) {
      request(client, "PUT " + UPLOAD, "12345");

      assertThat(statusOf(client)).isEqualTo("HTTP/1.1 201 Created");
      assertThat(server.told()).containsExactly(PUSHED);
    }
  }

  private static void write(String how, HttpServletResponse response) throws IOException {
    switch (how) {
      case "write" -> {
        response.setContentLength(2);
        response.getOutputStream().write("{}".getBytes(UTF_8));
      }
      case "flush" -> response.getOutputStream().flush();
      case "flushBuffer" -> response.flushBuffer();
      default -> {
        response.getWriter().print("{}");
        response.getWriter().flush();
      }
    }
  }

  @Test
  void tellsOfAPushBeforeAnAsynchronousAnswerIsComplete() throws Exception {
    serve(
        (request, response) -> {
          AsyncContext async = request.startAsync();
          async.start(
              () -> {
                readAndCreate(request, (HttpServletResponse) async.getResponse());
                async.complete();
              });
        });

    assertThat(put(UPLOAD)).isEqualTo(201);

    assertThat(server.told()).containsExactly(PUSHED);
  }

  @Test
  void tellsOfAPushBeforeAnAsynchronousAnswerIsWritten() throws Exception {
    serve(
        (request, response) -> {
          AsyncContext async = request.startAsync();
          async.start(
              () -> {
                readAndCreate(request, response);
                unchecked(() -> response.getOutputStream().flush());
                pass(open);
                async.complete();
              });
        });

    try (Socket client = server.connect()) {
      request(client, "PUT " + UPLOAD, "12345");

      assertThat(statusOf(client)).isEqualTo("HTTP/1.1 201 Created");
      assertThat(server.told()).containsExactly(PUSHED);
    }
  }

  @Test
  void tellsOfAPushThatIsAnsweredInAnAsynchronousDispatch() throws Exception {
    serve(
        (request, response) -> {
          if (request.getDispatcherType() == DispatcherType.REQUEST) {
            readAndCreate(request, response);
            request.startAsync().dispatch();
          } else {
            response.setStatus(201);
          }
        });

    assertThat(put(UPLOAD)).isEqualTo(201);

    assertThat(server.told()).containsExactly(PUSHED);
  }

  @Test
  void tellsOfAPushThatIsReadAndAnsweredWithoutBlocking() throws Exception {
    serve(
        (request, response) -> {
          AsyncContext async = request.startAsync();
          ServletInputStream in = request.getInputStream();
          in.setReadListener(
              new Reading(
                  in,
                  () -> {
                    response.setStatus(201);
                    async.complete();
                  }));
        });

    assertThat(put(UPLOAD)).isEqualTo(201);

    assertThat(server.told()).containsExactly(PUSHED);
  }

  @Test
  void tellsOfAPullThatIsWrittenWithoutBlocking() throws Exception {
    serve(
        (request, response) -> {
          AsyncContext async = request.startAsync();
          ServletOutputStream out = response.getOutputStream();
          out.setWriteListener(new Writing(out, "12345", async::complete));
        });

    assertThat(get(BLOB).body()).isEqualTo("12345");

    awaitTold(PULLED);
  }

  @Test
  void tellsOfAPullOnceItIsComplete() throws Exception {
    serve(
        (request, response) -> {
          response.getOutputStream().write(CONTENT);
          response.flushBuffer();
          pass(open);
        });

    try (Socket client = server.connect()) {
      request(client, "GET " + BLOB, "");
      assertThat(statusOf(client)).isEqualTo("HTTP/1.1 200 OK");
      assertThat(server.told()).isEmpty();

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
          response.setHeader("Content-Length", request.getRequestURI().equals(BLOB) ? "50" : "5");
          response.getOutputStream().write(CONTENT);
          response.flushBuffer();
        });

    try (Socket client = server.connect()) {
      request(client, "GET " + BLOB, "");
      assertThat(statusOf(client)).isEqualTo("HTTP/1.1 200 OK");
    }
    get("/v2/team/other/blobs/" + DIGEST);

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
            response.getOutputStream().write(CONTENT);
          }
        });

    try (Socket client = server.connect()) {
      request(client, "GET " + BLOB, "");
      statusOf(client);
    }
    pass(noticed);
    get("/v2/team/other/blobs/" + DIGEST);

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

    try (Socket client = server.connect()) {
      request(client, "PUT " + UPLOAD, "12345");
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

    try (Socket client = server.connect()) {
      client
          .getOutputStream()
          .write(
              ("PUT " + UPLOAD + " HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n12345")
                  .getBytes(ISO_8859_1));
    }
    pass(broken);
    put("/v2/team/other/blobs/uploads/1?digest=" + DIGEST);

    assertThat(server.told()).containsExactly("push team/other null 5");
  }

  @Test
  void tellsNothingOfAPushThatFails() throws Exception {
    serve(
        (request, response) -> {
          response.setStatus(201);
          throw new IllegalStateException("broken by the test");
        });

    assertThat(put(UPLOAD)).isEqualTo(500);

    assertThat(server.told()).isEmpty();
  }

  @Test
  void tellsNothingOfAPushThatIsRefused() throws Exception {
    serve((request, response) -> response.sendError(403));

    assertThat(put(UPLOAD)).isEqualTo(403);

    assertThat(server.told()).isEmpty();
  }

  @Test
  void readsAManifestThatTheRegistryReadsAsText() throws Exception {
    AtomicReference<String> text = new AtomicReference<>("");
    serve(
        (request, response) -> {
          text.set(request.getReader().readLine());
          response.setStatus(201);
        });
    String manifest = "{\"layers\": [{\"digest\": \"%s\", \"size\": 7}]}".formatted(DIGEST);

    assertThat(send("PUT", MANIFEST, manifest).statusCode()).isEqualTo(201);

    assertThat(text.get()).isEqualTo(manifest);
    assertThat(server.told()).containsExactly("push team/app v1 " + manifest.length());
    assertThat(server.events().get(0).target().references()).hasSize(1);
  }

  @Test
  void tellsOfAManifestThatIsTooBigToKeep() throws Exception {
    serve(
        (request, response) -> {
          request.getInputStream().readAllBytes();
          response.setHeader("Docker-Content-Digest", DIGEST);
          response.setStatus(201);
        });
    String manifest = " ".repeat(Tee.MAX_KEPT_BYTES) + "{}";

    send("PUT", MANIFEST, manifest);

    assertThat(server.told()).containsExactly("push team/app v1 " + manifest.length());
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
    assertThat(server.events().get(0).target().digest())
        .hasToString("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  }

  @Test
  void forgetsWhatTheRegistryTookBack() throws Exception {
    serve(
        (request, response) -> {
          response.setContentLength(50);
          response.getOutputStream().write(CONTENT);
          response.reset();
          response.sendError(404);
        });

    assertThat(get(BLOB).statusCode()).isEqualTo(404);
    put(UPLOAD);

    assertThat(server.told()).isEmpty();
  }

  @Test
  void touchesNothingElse() throws Exception {
    AtomicReference<Class<?>> type = new AtomicReference<>(Object.class);
    serve((request, response) -> type.set(response.getClass()));

    for (String path : List.of("/v2/", "/v2/_catalog", "/v2/team/app/tags/list", "/other")) {
      get(path);
      assertThat(type.get()).isNotEqualTo(ObservedResponse.class);
    }
    send("OPTIONS", BLOB, "");
    assertThat(type.get()).isNotEqualTo(ObservedResponse.class);
    assertThat(server.told()).isEmpty();
  }

  @Test
  void neverFailsTheExchange() throws Exception {
    server.close();
    server = WatchedServer.startFailing((request, response) -> readAndCreate(request, response));

    assertThat(put(UPLOAD)).isEqualTo(201);
    assertThat(get(BLOB).statusCode()).isEqualTo(201);
  }

  @Test
  void knowsThePathOfItsWebApplicationAndTheUserThatAProxyTells() throws Exception {
    server.close();
    server =
        WatchedServer.start(
            "/hub",
            new ObserverSettings("X-Forwarded-User", null, "test"),
            (request, response) -> readAndCreate(request, response));

    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri(UPLOAD)).header("X-Forwarded-User", "alice");
    http.send(request.PUT(BodyPublishers.ofByteArray(CONTENT)).build(), BodyHandlers.discarding());

    Event event = server.events().get(0);
    assertThat(event.actor().name()).isEqualTo("alice");
    assertThat(event.target().url()).isEqualTo(server.uri(BLOB));
  }

  @Test
  void believesNoHeaderAboutTheUserUnlessItIsTold() throws Exception {
    serve((request, response) -> readAndCreate(request, response));

    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri(UPLOAD)).header("X-Forwarded-User", "alice");
    http.send(request.PUT(BodyPublishers.ofByteArray(CONTENT)).build(), BodyHandlers.discarding());

    assertThat(server.events().get(0).actor().name()).isNull();
  }

  @Test
  void asksTheRegistryBehindAGatewayForASize() throws Exception {
    AtomicReference<String> asked = new AtomicReference<>("");
    try (WatchedServer upstream =
        WatchedServer.start(
            (request, response) -> {
              asked.set(request.getMethod() + " " + request.getHeader("Authorization"));
              response.setContentLength(5);
            })) {
      serveBefore(upstream.uri("/"));

      HttpRequest.Builder request =
          HttpRequest.newBuilder(server.uri(BLOB)).header("Authorization", "Basic eDp5");
      http.send(request.build(), BodyHandlers.discarding());

      awaitTold(PULLED);
      assertThat(asked.get()).isEqualTo("HEAD Basic eDp5");
    }
  }

  @Test
  void tellsAPullWithoutASizeIfTheRegistryBehindAGatewayIsDown() throws Exception {
    WatchedServer upstream = WatchedServer.start((request, response) -> {});
    URI gone = upstream.uri("/");
    upstream.close();
    serveBefore(gone);

    get(BLOB);

    awaitTold("pull team/app null 0");
  }

  private void serveBefore(URI upstream) {
    server.close();
    server =
        WatchedServer.start(
            "",
            new ObserverSettings(null, upstream, "test"),
            (request, response) -> response.setStatus(307));
  }

  private static void readAndCreate(HttpServletRequest request, HttpServletResponse response) {
    unchecked(() -> request.getInputStream().readAllBytes());
    response.setStatus(201);
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void unchecked(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void pass(CountDownLatch latch) {
    try {
      if (!latch.await(WatchedServer.DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("waited in vain");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitTold(String... lines) {
    await()
        .atMost(WatchedServer.DEADLINE)
        .untilAsserted(() -> assertThat(server.told()).containsExactly(lines));
  }

  private int put(String path) throws IOException, InterruptedException {
    return send("PUT", path, "12345").statusCode();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri(path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static void request(Socket client, String line, String body) throws IOException {
    String text =
        line + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    client.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  private static String statusOf(Socket client) throws IOException {
    return new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1))
        .readLine();
  }
}
