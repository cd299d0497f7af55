package dev.registrynotifications.observe;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the tests of the filter share: a client, and a server that is stopped in the end. */
@ParameterizedClass
@EnumSource(ServletServer.Kind.class)
abstract class FilterTest {

  static final String DIGEST = "sha256:" + "a".repeat(64);
  static final String UPLOAD = "/v2/team/app/blobs/uploads/1?digest=" + DIGEST;
  static final String BLOB = "/v2/team/app/blobs/" + DIGEST;
  static final String OTHER_BLOB = "/v2/team/other/blobs/" + DIGEST;
  static final String MANIFEST = "/v2/team/app/manifests/v1";
  static final String PUSHED = "push team/app null 5";
  static final String PULLED = "pull team/app null 5";
  static final String CONTENT = "12345";

  final HttpClient http = HttpClient.newHttpClient();

  /** For what must not end before the test has looked. */
  final CountDownLatch open = new CountDownLatch(1);

  @Parameter ServletServer.Kind kind = ServletServer.Kind.JETTY;
  private @Nullable WatchedServer server;

  @AfterEach
  void stop() {
    open.countDown();
    if (server != null) {
      server.close();
    }
  }

  /** Serves so from now on. */
  void serve(WatchedServer.Service service) {
    serve("", WatchedServer.SETTINGS, service);
  }

  void serve(String contextPath, ObserverSettings settings, WatchedServer.Service service) {
    server = WatchedServer.start(kind, contextPath, settings, service);
  }

  WatchedServer server() {
    if (server == null) {
      throw new AssertionError("nothing is served yet");
    }
    return server;
  }

  static void readAndCreate(HttpServletRequest request, HttpServletResponse response) {
    unchecked(() -> request.getInputStream().readAllBytes());
    response.setStatus(201);
  }

  /** A step that may fail. */
  interface Step {
    void run() throws IOException;
  }

  static void unchecked(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static void pass(CountDownLatch latch) {
    try {
      if (!latch.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("waited in vain");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void awaitTold(String... lines) {
    await()
        .atMost(DEADLINE)
        .untilAsserted(() -> assertThat(server().told()).containsExactly(lines));
  }

  int put(String path) throws IOException, InterruptedException {
    return send("PUT", path, CONTENT).statusCode();
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server().uri(path))
            .timeout(DEADLINE)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /** Sends a request whose answer, or its beginning, {@link #statusOf} reads. */
  static void request(Socket client, String line, String body) throws IOException {
    String text =
        line + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    client.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  static int statusOf(Socket client) throws IOException {
    String line =
        new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1)).readLine();
    return Integer.parseInt(line.split(" ", 3)[1]);
  }
}
