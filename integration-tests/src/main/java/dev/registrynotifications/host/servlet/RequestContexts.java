package dev.registrynotifications.host.servlet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.event.RequestRecord;
import dev.registrynotifications.host.http.ErrorCode;
import dev.registrynotifications.host.http.HeaderNames;
import dev.registrynotifications.host.http.RegistryException;
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
    RequestRecord described =
        new RequestRecord(
            UUID.randomUUID().toString(),
            ClientAddress.of(request),
            request.getHeader(HeaderNames.HOST),
            request.getMethod(),
            userAgent(request));
    return new RequestContext(described, actor, PublicUrl.of(request));
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

  /** Containers make a character of each byte; clients mean UTF-8, if anything. */
  private static String userAgent(HttpServletRequest request) {
    String bytes = request.getHeader(HeaderNames.USER_AGENT);
    return bytes == null ? "" : new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }

  private static RegistryException unauthorized(HttpServletResponse response) {
    response.setHeader(
        HeaderNames.WWW_AUTHENTICATE, "Basic realm=\"registry-host\", charset=\"UTF-8\"");
    return new RegistryException(ErrorCode.UNAUTHORIZED, Map.of());
  }
}
