package dev.registrynotifications.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.cases.Content;
import dev.registrynotifications.journal.Arrival.What;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/**
 * A client of one repository that makes one request after another, each for something new, and
 * remembers what events they must lead to. Confined to one thread at a time.
 */
final class Pusher {

  private static final int BEGUN = 202;

  private final HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
  private final String repository;
  private final List<What> requested = new ArrayList<>();
  private final List<What> acknowledged = new ArrayList<>();

  Pusher(String repository) {
    this.repository = repository;
  }

  String repository() {
    return repository;
  }

  /** All that it has asked for, in order. */
  List<What> requested() {
    return List.copyOf(requested);
  }

  /** What of that was answered with success. */
  List<What> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** Pushes so many blobs and returns what events they lead to. */
  List<What> pushBlobs(URI registry, int count) throws IOException, InterruptedException {
    List<What> pushed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Content blob = pushBlob(registry);
      pushed.add(new What("push", repository, blob.digest()));
    }
    return pushed;
  }

  /**
   * Pushes a blob, in one request if the registry takes it so; if it answers that the upload has
   * begun, in a second one (OCI distribution specification 1.1, "Single POST").
   */
  Content pushBlob(URI registry) throws IOException, InterruptedException {
    Content blob = Content.blob(repository + " " + requested.size());
    URI uploads = at(registry, "blobs/uploads/?digest=" + blob.digest());
    requested.add(new What("push", repository, blob.digest()));
    HttpResponse<Void> answer = answer(request(uploads, "POST", blob));
    if (answer.statusCode() == BEGUN) {
      URI upload = URI.create(answer.headers().firstValue("Location").orElseThrow());
      answer = answer(request(withDigest(upload, blob), "PUT", blob));
    }
    acknowledge(answer, 201);
    return blob;
  }

  private static URI withDigest(URI upload, Content blob) {
    return URI.create(upload + (upload.getQuery() == null ? "?" : "&") + "digest=" + blob.digest());
  }

  /** Pushes a manifest, by a tag of its own, that needs that blob. */
  void pushManifest(URI registry, Content blob) throws IOException, InterruptedException {
    String text =
        "{\"schemaVersion\": 2, \"layers\": [], \"config\": %s}"
            .formatted(blob.descriptor("text/plain"));
    Content manifest = new Content(Content.OCI_MANIFEST, text);
    String path = "manifests/tag" + requested.size();
    send(registry, "PUT", path, manifest, new What("push", repository, manifest.digest()), 201);
  }

  /** Pulls a blob. */
  void pullBlob(URI registry, Content blob) throws IOException, InterruptedException {
    What pull = new What("pull", repository, blob.digest());
    send(registry, "GET", "blobs/" + blob.digest(), Content.blob(""), pull, 200);
  }

  private void send(
      URI registry, String method, String path, Content content, What event, int success)
      throws IOException, InterruptedException {
    requested.add(event);
    acknowledge(answer(request(at(registry, path), method, content)), success);
  }

  private URI at(URI registry, String path) {
    return registry.resolve("v2/" + repository + "/" + path);
  }

  private static HttpRequest request(URI uri, String method, Content content) {
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", content.mediaType())
        .method(method, BodyPublishers.ofString(content.text(), UTF_8))
        .build();
  }

  private HttpResponse<Void> answer(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.discarding());
  }

  /** What was requested last is done. */
  private void acknowledge(HttpResponse<Void> answer, int success) {
    if (answer.statusCode() != success) {
      throw new AssertionError(answer.request() + " was answered with " + answer.statusCode());
    }
    acknowledged.add(requested.get(requested.size() - 1));
  }
}
