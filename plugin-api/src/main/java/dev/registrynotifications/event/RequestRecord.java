package dev.registrynotifications.event;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The request that caused an event.
 *
 * @param id names the request, for example a UUID
 * @param addr the client's address: the first of {@code X-Forwarded-For}, else {@code ip:port}
 * @param host the {@code Host} header, as the client sent it
 * @param method the HTTP method
 * @param userAgent the {@code User-Agent} header; empty if there was none
 */
public record RequestRecord(
    String id, String addr, @Nullable String host, String method, String userAgent) {

  /** Nothing but the host may be missing. */
  public RequestRecord {
    requireNonNull(id, "id");
    requireNonNull(addr, "addr");
    requireNonNull(method, "method");
    requireNonNull(userAgent, "userAgent");
  }
}
