package dev.registrynotifications.comparison.peer;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The endpoints of a registry, which are all alike. They wait long for an answer, and try again
 * soon, so that a receiver that comes up is seen within a second.
 *
 * @param name what their names begin with
 * @param count how many
 * @param receiver the root of where they post; each has a path of its own below
 * @param keys more keys of each, as in {@code concurrency: 8}; may be empty
 */
public record Webhooks(String name, int count, URI receiver, String keys) {

  private static final String ENDPOINT =
      "    - {name: %s, url: \"%s\", timeout: 60s, threshold: 10, backoff: 1s%s}%n";

  /** One endpoint with nothing but what all have. */
  public static Webhooks single(String name, URI receiver) {
    return new Webhooks(name, 1, receiver, "");
  }

  List<String> names() {
    return IntStream.range(0, count).mapToObj(i -> name + "-" + i).toList();
  }

  /** The same with one more key, or several. */
  Webhooks with(String more) {
    return new Webhooks(name, count, receiver, keys.isEmpty() ? more : keys + ", " + more);
  }

  /** For the configuration file of either registry. */
  String yaml() {
    return names().stream().map(this::endpoint).collect(Collectors.joining("", "endpoints:\n", ""));
  }

  private String endpoint(String endpoint) {
    String more = keys.isEmpty() ? "" : ", " + keys;
    return ENDPOINT.formatted(endpoint, receiver.resolve(endpoint), more);
  }
}
