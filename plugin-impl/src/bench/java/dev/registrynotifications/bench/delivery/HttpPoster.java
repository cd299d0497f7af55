package dev.registrynotifications.bench.delivery;

import dev.registrynotifications.endpoint.attempt.Delivery;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Posts by the client and with the executor that endpoints use, and does nothing else.
 *
 * @param client shared by those that post at once
 */
public record HttpPoster(HttpClient client, HttpRequest request) implements Poster {

  /** As long as a real one is. */
  static final String SEQUENCE =
      "0f1e2d3c-4b5a-4678-8796-a5b4c3d2e1f0; 100000-100000; previous=99999";

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** Connects when it posts. */
  public HttpPoster(HttpClient client, URI url, byte[] body) {
    this(
        client,
        HttpRequest.newBuilder(url)
            .timeout(TIMEOUT)
            .header(Delivery.SEQUENCE_HEADER, SEQUENCE)
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }

  /** A client as endpoints have it. */
  public static HttpClient newClient() {
    return HttpClient.newBuilder()
        .version(Version.HTTP_1_1)
        .executor(Runnable::run)
        .connectTimeout(TIMEOUT)
        .build();
  }

  @Override
  public void post() throws IOException, InterruptedException {
    int status = client.send(request, BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new IOException("Could not post: the webhook's answer was " + status);
    }
  }
}
