package dev.registrynotifications.observe.exchange;

import dev.registrynotifications.registry.Digest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked of the registry's HTTP API, and what the registry answered.
 *
 * @param began when it began, by {@link ExchangeReporter#now}
 * @param method the HTTP method
 * @param route what it was about
 * @param query the URL's query as it was sent; null if there was none
 * @param status the answer's status
 * @param request what the client sent
 * @param answer what the registry sent
 */
public record RegistryExchange(
    long began,
    String method,
    Route route,
    @Nullable String query,
    int status,
    Message request,
    Message answer) {

  /** Whether requests of this method only read. */
  public static boolean isReading(String method) {
    return method.equals("GET") || isHead(method);
  }

  private static boolean isHead(String method) {
    return method.equals("HEAD");
  }

  boolean isHead() {
    return isHead(method);
  }

  boolean isSuccess() {
    return status / 100 == 2;
  }

  /** As the registry says: it may know content by another digest than the client does. */
  Optional<Digest> answeredDigest() {
    return Digests.parse(answer.contentDigest());
  }

  Optional<String> parameter(String name) {
    return new Query(query).first(name);
  }
}
