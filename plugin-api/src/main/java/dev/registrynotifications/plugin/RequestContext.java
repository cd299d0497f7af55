package dev.registrynotifications.plugin;

import static java.util.Objects.requireNonNull;

import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.event.RequestRecord;
import java.net.URI;

/**
 * On whose behalf the registry is working: what an event says besides what happened.
 *
 * @param request the request, as events tell it
 * @param actor the authenticated user
 * @param baseUrl the registry's root as the client sees it, ending in a slash, with {@code
 *     X-Forwarded-Proto} and {@code X-Forwarded-Host} applied; {@code v2/…} is appended to it
 */
public record RequestContext(RequestRecord request, ActorRecord actor, URI baseUrl) {

  /**
   * Nothing may be missing.
   *
   * @throws IllegalArgumentException if the URL isn't absolute, doesn't end in a slash, or has a
   *     query or a fragment
   */
  public RequestContext {
    requireNonNull(request, "request");
    requireNonNull(actor, "actor");
    if (!baseUrl.isAbsolute() || !baseUrl.toString().endsWith("/")) {
      throw new IllegalArgumentException("not an absolute URL with a slash at its end: " + baseUrl);
    }
    if (baseUrl.getRawQuery() != null || baseUrl.getRawFragment() != null) {
      throw new IllegalArgumentException("a URL with a query or a fragment: " + baseUrl);
    }
  }
}
