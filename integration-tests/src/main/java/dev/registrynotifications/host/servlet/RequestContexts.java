package dev.registrynotifications.host.servlet;

import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.host.http.ErrorCode;
import dev.registrynotifications.host.http.HeaderNames;
import dev.registrynotifications.host.http.RegistryException;
import dev.registrynotifications.plugin.ForwardedRequest;
import dev.registrynotifications.plugin.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;

/** Says on whose behalf a request is, and refuses those who may not. */
final class RequestContexts {

  private final Credentials credentials;

  RequestContexts(Credentials credentials) {
    this.credentials = credentials;
  }

  /** Describes the request, or throws UNAUTHORIZED. */
  RequestContext of(HttpServletRequest request, HttpServletResponse response) {
    ActorRecord actor = actor(request, response);
    ForwardedRequest forwarded =
        new ForwardedRequest(
            request::getHeader,
            request.getScheme(),
            request.getContextPath(),
            request.getRemoteAddr(),
            request.getRemotePort(),
            request.getLocalPort());
    return forwarded.toContext(UUID.randomUUID().toString(), request.getMethod(), actor);
  }

  private ActorRecord actor(HttpServletRequest request, HttpServletResponse response) {
    if (!credentials.areRequired()) {
      return ActorRecord.UNKNOWN;
    }
    String authorization = request.getHeader(HeaderNames.AUTHORIZATION);
    return credentials
        .userOf(authorization == null ? "" : authorization)
        .map(ActorRecord::new)
        .orElseThrow(() -> unauthorized(response));
  }

  private static RegistryException unauthorized(HttpServletResponse response) {
    response.setHeader(
        HeaderNames.WWW_AUTHENTICATE, "Basic realm=\"registry-host\", charset=\"UTF-8\"");
    return new RegistryException(ErrorCode.UNAUTHORIZED, Map.of());
  }
}
