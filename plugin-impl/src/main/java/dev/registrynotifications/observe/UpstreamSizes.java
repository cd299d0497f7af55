package dev.registrynotifications.observe;

import dev.registrynotifications.observe.exchange.SizeLookup;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Asks the registry behind a gateway how big blobs are, on the client's behalf. */
final class UpstreamSizes {

  private static final Logger LOGGER = System.getLogger(UpstreamSizes.class.getName());
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final int OK = 200;

  private final URI upstream;
  private final String userAgent;

  /**
   * Its answers are taken by its own thread, which only notes the head. No proxy gets to see the
   * client's credentials: the gateway itself asks without one, too.
   */
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(TIMEOUT)
          .executor(Runnable::run)
          .build();

  /**
   * Asks nothing yet.
   *
   * @param upstream the registry's root, ending in a slash
   */
  UpstreamSizes(URI upstream, String userAgent) {
    this.upstream = upstream;
    this.userAgent = userAgent;
  }

  /**
   * For the requests of one client.
   *
   * @param authorization the client's header; null if it sent none
   */
  SizeLookup with(@Nullable String authorization) {
    return (repository, digest) -> sizeOf(repository, digest, authorization);
  }

  private OptionalLong sizeOf(
      RepositoryName repository, Digest digest, @Nullable String authorization) {
    URI blob = upstream.resolve("v2/" + repository + "/blobs/" + digest);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(blob)
            .method("HEAD", BodyPublishers.noBody())
            .timeout(TIMEOUT)
            .header("User-Agent", userAgent);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    try {
      return size(http.send(request.build(), BodyHandlers.discarding()));
    } catch (IOException e) {
      LOGGER.log(
          Level.WARNING, "Could not ask the upstream registry for the size of " + blob + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return OptionalLong.empty();
  }

  private static OptionalLong size(HttpResponse<?> answer) {
    return answer.statusCode() == OK
        ? answer.headers().firstValueAsLong("Content-Length")
        : OptionalLong.empty();
  }
}
