package dev.registrynotifications.observe;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.event.Event;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The registry and its clients don't notice the filter. */
class ShieldingTest extends FilterTest {

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
    assertThat(server().told()).isEmpty();
  }

  @Test
  void neverFailsTheExchange() throws Exception {
    try (WatchedServer broken =
        WatchedServer.startBroken(kind, (request, response) -> readAndCreate(request, response))) {
      HttpRequest.Builder put =
          HttpRequest.newBuilder(broken.uri(UPLOAD)).PUT(BodyPublishers.ofString(CONTENT));

      assertThat(http.send(put.build(), BodyHandlers.discarding()).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void letsPathsPassThatCannotBeRead() throws Exception {
    serve((request, response) -> response.setStatus(200));

    assertThat(get("/v2/team%2Fapp/manifests/v1").statusCode()).isEqualTo(200);
  }

  @Test
  void letsTextPassThatIsPrintedToAStream() throws Exception {
    serve(
        (request, response) -> {
          response.setContentType("text/plain;charset=iso-8859-1");
          response.getOutputStream().print("\u00e9");
          response.getOutputStream().println(1);
        });

    assertThat(get(BLOB).body()).isEqualTo("\u00e91\r\n");
  }

  @Test
  void readsTextAsTheServerDoes() throws Exception {
    AtomicReference<String> text = new AtomicReference<>("");
    serve(
        (request, response) -> {
          text.set(request.getReader().readLine());
          assertThatIllegalStateException().isThrownBy(request::getInputStream);
          response.setStatus(201);
        });

    assertThat(send("PUT", MANIFEST, "\u00e9").statusCode()).isEqualTo(201);

    assertThat(text.get()).isEqualTo(new String("\u00e9".getBytes(UTF_8), ISO_8859_1));
    assertThat(server().told()).containsExactly("push team/app v1 2");
  }

  @Test
  void readsAManifestThatTheRegistryReadsAsText() throws Exception {
    serve(
        (request, response) -> {
          request.getReader().readLine();
          response.setStatus(201);
        });
    String manifest = "{\"layers\": [{\"digest\": \"%s\", \"size\": 7}]}".formatted(DIGEST);

    assertThat(send("PUT", MANIFEST, manifest).statusCode()).isEqualTo(201);

    assertThat(server().told()).containsExactly("push team/app v1 " + manifest.length());
    assertThat(server().events().get(0).target().references()).hasSize(1);
  }

  @Test
  void tellsOfAManifestThatIsTooBigToKeep() throws Exception {
    serve(
        (request, response) -> {
          readAndCreate(request, response);
          response.setHeader("Docker-Content-Digest", DIGEST);
        });
    String manifest = " ".repeat(Tee.MAX_KEPT_BYTES) + "{}";

    send("PUT", MANIFEST, manifest);

    assertThat(server().told()).containsExactly("push team/app v1 " + manifest.length());
  }

  @Test
  void knowsThePathOfItsWebApplicationAndTheUserThatAProxyTells() throws Exception {
    serve(
        "/hub",
        new ObserverSettings("X-Forwarded-User", null, "test"),
        (request, response) -> readAndCreate(request, response));

    send("PUT", UPLOAD, CONTENT, "X-Forwarded-User", "alice");

    Event event = server().events().get(0);
    assertThat(event.actor().name()).isEqualTo("alice");
    assertThat(event.target().url()).isEqualTo(server().uri(BLOB));
  }

  @Test
  void believesNoHeaderAboutTheUserUnlessItIsTold() throws Exception {
    serve((request, response) -> readAndCreate(request, response));

    send("PUT", UPLOAD, CONTENT, "X-Forwarded-User", "alice", "Authorization", "Basic eDp5");

    assertThat(server().events().get(0).actor().name()).isNull();
  }

  @Test
  void asksTheRegistryBehindAGatewayForASize() throws Exception {
    AtomicReference<String> asked = new AtomicReference<>("");
    try (WatchedServer upstream =
        WatchedServer.start(
            kind,
            (request, response) -> {
              asked.set(request.getMethod() + " " + request.getHeader("Authorization"));
              response.setContentLength(5);
            })) {
      serveBefore(upstream.uri("/"));

      // It gives up after two seconds: where all stalls that long, a later pull has the size.
      await().atMost(DEADLINE).until(() -> pullAsSomebody().contains(PULLED));

      assertThat(server().told()).isSubsetOf(PULLED, "pull team/app null 0");
      assertThat(asked.get()).isEqualTo("HEAD Basic eDp5");
    }
  }

  @Test
  void tellsAPullWithoutASizeIfTheRegistryBehindAGatewayIsDown() throws Exception {
    serveBefore(URI.create("http://127.0.0.1:1/"));

    get(BLOB);

    awaitTold("pull team/app null 0");
  }

  private List<String> pullAsSomebody() throws Exception {
    send("GET", BLOB, "", "Authorization", "Basic eDp5");
    return server().told();
  }

  private void serveBefore(URI upstream) {
    serve(
        "",
        new ObserverSettings(null, upstream, "test"),
        (request, response) -> response.setStatus(307));
  }
}
