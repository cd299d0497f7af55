package dev.registrynotifications.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.cases.Content;
import dev.registrynotifications.cases.RegistryClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * A client of a registry in a web application.
 *
 * @param root the web application's, ending in a slash
 */
record RegistryVisit(URI root) {

  /** Pushes a manifest, and the blob it needs, and says what was answered: three statuses. */
  String push(String repository, String tag, Content manifest) {
    RegistryClient client = new RegistryClient(root);
    client.pushBlob(repository, Content.blob("{}"));
    client.putManifest(repository, tag, manifest);
    return client.takeStatuses();
  }

  /** A manifest for that blob that no other test has. */
  static Content manifest(String note) {
    return new Content(
        Content.OCI_MANIFEST,
        "{\"schemaVersion\": 2, \"config\": %s, \"layers\": [], \"annotations\": {\"note\": \"%s\"}}"
            .formatted(Content.blob("{}").descriptor("text/plain"), note));
  }

  /** The status by which the API tells that it is there. */
  int status() throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(root.resolve("v2/")).build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString(UTF_8)).statusCode();
    } catch (IOException e) {
      throw new AssertionError("Could not ask " + root + ": " + e, e);
    }
  }
}
