package dev.registrynotifications.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.registry.Digest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Pushes images as long as the registry answers, and remembers what it said it has. */
final class PushingClient implements Runnable {

  private static final int MAX_IMAGES = 10_000;
  private static final int BLOB_BYTES = 300_000;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI repository;
  private final Acknowledged acknowledged;
  private final CountDownLatch toGo;
  private final Random random;

  /**
   * A client of one repository.
   *
   * @param seed for the images, which no other client has
   * @param toGo counted down at each acknowledgement
   */
  PushingClient(URI repository, int seed, Acknowledged acknowledged, CountDownLatch toGo) {
    this.repository = repository;
    this.acknowledged = acknowledged;
    this.toGo = toGo;
    random = new Random(seed);
  }

  @Override
  public void run() {
    try {
      for (int i = 0; i < MAX_IMAGES; i++) {
        pushImage("tag" + i);
      }
    } catch (IOException e) {
      // The registry is gone: that is what this test is about.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pushImage(String tag) throws IOException, InterruptedException {
    byte[] blob = new byte[BLOB_BYTES];
    random.nextBytes(blob);
    Digest digest = Digest.sha256(ByteBuffer.wrap(blob));
    push("POST", "blobs/uploads/?digest=" + digest, blob, null);
    acknowledge("blobs/" + digest, digest);

    byte[] manifest = manifest(digest).getBytes(UTF_8);
    for (String name : new String[] {tag, "latest"}) {
      push("PUT", "manifests/" + name, manifest, "application/vnd.oci.image.manifest.v1+json");
    }
    acknowledge("manifests/" + tag, Digest.sha256(ByteBuffer.wrap(manifest)));
  }

  private static String manifest(Digest config) {
    return """
        {"schemaVersion": 2, "layers": [],
         "config": {"mediaType": "text/plain", "size": %d, "digest": "%s"}}"""
        .formatted(BLOB_BYTES, config);
  }

  private void push(String method, String path, byte[] body, @Nullable String mediaType)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(repository.resolve(path))
            .method(method, BodyPublishers.ofByteArray(body));
    if (mediaType != null) {
      request.header("Content-Type", mediaType);
    }
    int status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
    if (status != 201) {
      throw new IllegalStateException(method + " " + path + " was answered with " + status);
    }
  }

  private void acknowledge(String path, Digest digest) {
    acknowledged.add(repository.resolve(path).getPath(), digest);
    toGo.countDown();
  }
}
