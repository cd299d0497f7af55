package dev.registrynotifications.comparison.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.registrynotifications.cases.Content;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Requests that are sent at once, none of which is answered with a body.
 *
 * @param requests all of them, one after the other
 * @param answers how many answers they get
 * @param events how many events they make
 */
record Portion(String requests, int answers, int events) {

  private static final int TAGS = 500;

  /** One pull of each image. */
  static Portion pulls(URI registry) {
    String requests =
        Images.NUMBERS.stream().map(i -> pull(registry, i)).collect(Collectors.joining());
    return new Portion(requests, Images.NUMBERS.size(), Images.NUMBERS.size());
  }

  private static String pull(URI registry, int number) {
    String path = "/v2/%s/manifests/%s".formatted(Images.repository(number), Images.tag(number));
    return head("HEAD", path, registry, "Accept: " + Content.OCI_MANIFEST);
  }

  /** For each image a push of it with many tags, each of which makes an event; only ours can. */
  static List<Portion> pushes(URI registry) {
    return Images.NUMBERS.stream()
        .map(number -> new Portion(push(registry, number), 1, TAGS))
        .toList();
  }

  private static String push(URI registry, int number) {
    String tags =
        IntStream.range(0, TAGS)
            .mapToObj("1.1.%03d"::formatted)
            .collect(Collectors.joining("&tag="));
    String path =
        "/v2/%s/manifests/%s?tag=%s"
            .formatted(Images.repository(number), Images.MANIFEST.digest(), tags);
    String headers =
        "Content-Type: %s\r\nContent-Length: %d"
            .formatted(Images.MANIFEST.mediaType(), Images.MANIFEST.size());
    return head("PUT", path, registry, headers) + Images.MANIFEST.text();
  }

  private static String head(String method, String path, URI registry, String headers) {
    return "%s %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: bench-peers\r\n%s\r\n\r\n"
        .formatted(method, path, registry.getAuthority(), headers);
  }

  byte[] bytes() {
    return requests.getBytes(ISO_8859_1);
  }
}
