package dev.registrynotifications.config;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * One entry of {@code notifications.endpoints}. Its text form holds no secrets.
 *
 * @param name the endpoint's identity
 * @param url where events are sent; user information in it is sent as basic authentication
 * @param secretPath whether people may not see the URL's path either, as it may hold a secret
 * @param headers sent with each request
 * @param format as what events are sent
 * @param filter which events
 * @param batch how many in one request
 * @param concurrency how many requests are under way at once, at the most
 * @param retry how it is tried again
 * @param transport how requests get there
 * @param signing how it can tell that they are ours
 * @param startFrom where an endpoint that the journal doesn't know yet begins: at the end of the
 *     log, or at the oldest event that it still has
 */
public record EndpointConfig(
    String name,
    URI url,
    boolean secretPath,
    Map<String, List<String>> headers,
    EventFormat format,
    FilterConfig filter,
    BatchConfig batch,
    int concurrency,
    RetryConfig retry,
    TransportConfig transport,
    SigningConfig signing,
    StartFrom startFrom) {

  /** Copies the headers. */
  public EndpointConfig {
    requireNonNull(name, "name");
    requireNonNull(url, "url");
    headers = Map.copyOf(headers);
    requireNonNull(format, "format");
    requireNonNull(filter, "filter");
    requireNonNull(batch, "batch");
    requireNonNull(retry, "retry");
    requireNonNull(transport, "transport");
    requireNonNull(signing, "signing");
    requireNonNull(startFrom, "startFrom");
    if (concurrency < 1) {
      throw new IllegalArgumentException("concurrency must be 1 or more, not " + concurrency);
    }
  }

  /** Begins with an endpoint that is notified as the original would do it. */
  public static EndpointConfigBuilder to(String name, URI url) {
    return new EndpointConfigBuilder(name, url);
  }

  /**
   * The URL for people: without user information, and without what its query says. Its path is
   * shown, unless it may hold a secret: a receiver that has one there should rather get it in a
   * header.
   */
  public String displayUrl() {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    String path = secretPath ? "/…" : url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?…";
    return url.getScheme() + "://" + url.getHost() + port + path + query;
  }

  @Override
  public String toString() {
    return "endpoint " + name + " at " + displayUrl();
  }
}
