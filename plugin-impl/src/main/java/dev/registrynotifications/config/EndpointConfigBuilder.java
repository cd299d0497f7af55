package dev.registrynotifications.config;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Makes an {@link EndpointConfig}: what isn't said is as in the original. For one thread. */
public final class EndpointConfigBuilder {

  private final String name;
  private final URI url;
  private boolean secretPath;
  private Map<String, List<String>> headers = Map.of();
  private EventFormat format = EventFormat.V1;
  private FilterConfig filter = FilterConfig.EVERYTHING;
  private BatchConfig batch = BatchConfig.SINGLE;
  private int concurrency = 1;
  private RetryConfig retry = RetryConfig.DEFAULT;
  private TransportConfig transport = TransportConfig.DEFAULT;
  private SigningConfig signing = SigningConfig.NONE;
  private StartFrom startFrom = StartFrom.LATEST;

  public EndpointConfigBuilder(String name, URI url) {
    this.name = name;
    this.url = url;
  }

  /** Shows the URL's path to nobody, or to everybody. */
  public EndpointConfigBuilder secretPath(boolean value) {
    secretPath = value;
    return this;
  }

  /** Sends these headers with each request. */
  public EndpointConfigBuilder headers(Map<String, List<String>> value) {
    headers = value;
    return this;
  }

  /** Sends events in this format. */
  public EndpointConfigBuilder format(EventFormat value) {
    format = value;
    return this;
  }

  /** Sends just these events. */
  public EndpointConfigBuilder filter(FilterConfig value) {
    filter = value;
    return this;
  }

  /** Sends so many events in a request. */
  public EndpointConfigBuilder batch(BatchConfig value) {
    batch = value;
    return this;
  }

  /** Has so many requests under way at once, at the most. */
  public EndpointConfigBuilder concurrency(int value) {
    concurrency = value;
    return this;
  }

  /** Tries again in this way. */
  public EndpointConfigBuilder retry(RetryConfig value) {
    retry = value;
    return this;
  }

  /** Gets there in this way. */
  public EndpointConfigBuilder transport(TransportConfig value) {
    transport = value;
    return this;
  }

  /** Signs in this way. */
  public EndpointConfigBuilder signing(SigningConfig value) {
    signing = value;
    return this;
  }

  /** Begins there if the journal doesn't know the endpoint yet. */
  public EndpointConfigBuilder startFrom(StartFrom value) {
    startFrom = value;
    return this;
  }

  /**
   * Makes it.
   *
   * @throws IllegalArgumentException if a value isn't possible
   */
  public EndpointConfig build() {
    return new EndpointConfig(
        name,
        url,
        secretPath,
        headers,
        format,
        filter,
        batch,
        concurrency,
        retry,
        transport,
        signing,
        startFrom);
  }
}
