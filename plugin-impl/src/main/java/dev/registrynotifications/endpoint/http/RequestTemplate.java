package dev.registrynotifications.endpoint.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.config.EndpointConfig;
import dev.registrynotifications.endpoint.guard.Origin;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * What each request to an endpoint has, beside what its delivery says: for its own origin all that
 * is configured, for others nothing of it. No record, because its text form would have secrets.
 */
public final class RequestTemplate {

  private final EndpointConfig config;
  private final String userAgent;

  public RequestTemplate(EndpointConfig config, String userAgent) {
    this.config = config;
    this.userAgent = userAgent;
  }

  /** Begins a request to the endpoint's own origin. */
  public HttpRequest.Builder home(URI target) {
    HttpRequest.Builder request = bare(target);
    config.headers().forEach((name, values) -> values.forEach(v -> request.header(name, v)));
    ours().forEach((name, value) -> setUnlessConfigured(request, name, value));
    credentials().ifPresent(basic -> request.header("Authorization", basic));
    return request;
  }

  /** Begins a request to any other origin. */
  public HttpRequest.Builder away(URI target) {
    HttpRequest.Builder request = bare(target);
    ours().forEach(request::header);
    return request;
  }

  private Map<String, String> ours() {
    return Map.of("Content-Type", config.format().mediaType(), "User-Agent", userAgent);
  }

  private void setUnlessConfigured(HttpRequest.Builder request, String name, String value) {
    if (!hasHeader(name)) {
      request.header(name, value);
    }
  }

  private HttpRequest.Builder bare(URI target) {
    HttpRequest.Builder request = HttpRequest.newBuilder(target);
    // By default the client sends an upgrade to HTTP/2 with every clear-text request.
    return Origin.of(target).isEncrypted() ? request : request.version(Version.HTTP_1_1);
  }

  private boolean hasHeader(String name) {
    return config.headers().keySet().stream().anyMatch(name::equalsIgnoreCase);
  }

  private Optional<String> credentials() {
    String userInfo = config.url().getUserInfo();
    if (userInfo == null || hasHeader("Authorization")) {
      return Optional.empty();
    }
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(UTF_8)));
  }
}
