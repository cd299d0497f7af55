package dev.registrynotifications.receiver;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request as it came in.
 *
 * @param method the HTTP method
 * @param path the path with its query
 * @param headers the headers; their names in any case
 * @param body the exact bytes; each call of the accessor gives a read-only view of its own
 * @param arrived when the last byte of the body was read
 */
public record ReceivedPost(
    String method,
    String path,
    Map<String, List<String>> headers,
    ByteBuffer body,
    Instant arrived) {

  /** Copies the headers and keeps a read-only view of the body. */
  public ReceivedPost {
    requireNonNull(method, "method");
    requireNonNull(path, "path");
    requireNonNull(arrived, "arrived");
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    headers = copy;
    body = body.asReadOnlyBuffer();
  }

  @Override
  public ByteBuffer body() {
    return body.duplicate();
  }

  /** The body, read as UTF-8. */
  public String text() {
    return StandardCharsets.UTF_8.decode(body()).toString();
  }

  /** The first header of that name, in whatever case. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }
}
