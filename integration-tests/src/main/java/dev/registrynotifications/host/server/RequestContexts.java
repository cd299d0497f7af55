package dev.registrynotifications.host.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.event.RequestRecord;
import dev.registrynotifications.host.http.ErrorCode;
import dev.registrynotifications.host.http.RegistryException;
import dev.registrynotifications.plugin.RequestContext;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Says on whose behalf a request is, and refuses those who may not. */
final class RequestContexts {

  private final Credentials credentials;

  RequestContexts(Credentials credentials) {
    this.credentials = credentials;
  }

  /** Describes the request, or throws UNAUTHORIZED. */
  RequestContext of(Request request, Response response) {
    ActorRecord actor = actor(request, response);
    RequestRecord described =
        new RequestRecord(
            UUID.randomUUID().toString(),
            ClientAddress.of(request),
            request.getHeaders().get(HttpHeader.HOST),
            request.getMethod(),
            userAgent(request));
    return new RequestContext(described, actor, PublicUrl.of(request));
  }

  private ActorRecord actor(Request request, Response response) {
    if (!credentials.areRequired()) {
      return ActorRecord.UNKNOWN;
    }
    String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    return credentials
        .userOf(authorization == null ? "" : authorization)
        .map(ActorRecord::new)
        .orElseThrow(() -> unauthorized(response));
  }

  /** Jetty makes a character of each byte; clients mean UTF-8, if anything. */
  private static String userAgent(Request request) {
    String bytes = request.getHeaders().get(HttpHeader.USER_AGENT);
    return bytes == null ? "" : new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }

  private static RegistryException unauthorized(Response response) {
    response
        .getHeaders()
        .put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"registry-host\", charset=\"UTF-8\"");
    return new RegistryException(ErrorCode.UNAUTHORIZED, Map.of());
  }
}
