package dev.registrynotifications.config;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One entry of {@code notifications.endpoints}. Its text form holds no secrets.
 *
 * @param name the endpoint's identity
 * @param url where events are sent; user information in it is sent as basic authentication
 * @param headers sent with each event
 * @param timeout for connecting, and again for the answer
 * @param threshold so many failures in a row before the endpoint is left alone for a while
 * @param backoff that while
 * @param ignore what isn't sent
 * @param startFrom where an endpoint that the journal doesn't know yet begins: at the end of the
 *     log, or at the oldest event that it still has
 */
public record EndpointConfig(
    String name,
    URI url,
    Map<String, List<String>> headers,
    Duration timeout,
    int threshold,
    Duration backoff,
    Ignore ignore,
    StartFrom startFrom) {

  /** Copies the headers. */
  public EndpointConfig {
    requireNonNull(name, "name");
    requireNonNull(url, "url");
    headers = Map.copyOf(headers);
    requireNonNull(timeout, "timeout");
    requireNonNull(backoff, "backoff");
    requireNonNull(ignore, "ignore");
    requireNonNull(startFrom, "startFrom");
  }

  /**
   * The URL for people: without user information, and without what its query says. Its path is
   * shown: a receiver that has a secret there should rather get it in a header.
   */
  public String displayUrl() {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    String query = url.getRawQuery() == null ? "" : "?…";
    return url.getScheme() + "://" + url.getHost() + port + url.getRawPath() + query;
  }

  @Override
  public String toString() {
    return "endpoint " + name + " at " + displayUrl();
  }
}
