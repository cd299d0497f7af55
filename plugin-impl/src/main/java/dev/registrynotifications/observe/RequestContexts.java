package dev.registrynotifications.observe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.plugin.ForwardedRequest;
import dev.registrynotifications.plugin.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says on whose behalf a request is.
 *
 * @param actorHeader names the header in which a proxy tells the user; null if none is trusted
 * @param isGateway whether it is for another registry to say who may do what: it has taken the
 *     credentials of whatever it has done, and nobody else looks at them
 */
record RequestContexts(@Nullable String actorHeader, boolean isGateway) {

  RequestContext of(HttpServletRequest request) {
    ForwardedRequest forwarded =
        new ForwardedRequest(
            request::getHeader,
            request.getScheme(),
            request.getContextPath(),
            request.getRemoteAddr(),
            request.getRemotePort(),
            request.getLocalPort());
    return forwarded.toContext(UUID.randomUUID().toString(), request.getMethod(), actor(request));
  }

  private ActorRecord actor(HttpServletRequest request) {
    String user = request.getRemoteUser();
    if (user == null && actorHeader != null) {
      user = utf8(request.getHeader(actorHeader));
    }
    if (user == null && isGateway) {
      user = BasicCredentials.userIn(request.getHeader("Authorization")).orElse(null);
    }
    return user == null || user.isBlank() ? ActorRecord.UNKNOWN : new ActorRecord(user.strip());
  }

  /** Servers make a character of each byte of a header. */
  private static @Nullable String utf8(@Nullable String bytes) {
    return bytes == null ? null : new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }
}
