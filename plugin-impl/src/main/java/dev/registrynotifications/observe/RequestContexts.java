package dev.registrynotifications.observe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.event.ActorRecord;
import dev.registrynotifications.event.RequestRecord;
import dev.registrynotifications.plugin.ForwardedRequest;
import dev.registrynotifications.plugin.RequestContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says on whose behalf a request is.
 *
 * @param actorHeader names the header in which a proxy tells the user; null if none is trusted
 */
record RequestContexts(@Nullable String actorHeader) {

  RequestContext of(HttpServletRequest request) {
    ForwardedRequest forwarded =
        new ForwardedRequest(
            request::getHeader,
            request.getScheme(),
            request.getContextPath(),
            request.getRemoteAddr(),
            request.getRemotePort(),
            request.getLocalPort());
    RequestRecord described =
        new RequestRecord(
            UUID.randomUUID().toString(),
            forwarded.clientAddress(),
            request.getHeader("Host"),
            request.getMethod(),
            userAgent(request));
    return new RequestContext(described, actor(request), forwarded.baseUrl());
  }

  private ActorRecord actor(HttpServletRequest request) {
    String user = request.getRemoteUser();
    if (user == null && actorHeader != null) {
      user = request.getHeader(actorHeader);
    }
    return user == null || user.isBlank() ? ActorRecord.UNKNOWN : new ActorRecord(user.strip());
  }

  /** Servers make a character of each byte; clients mean UTF-8, if anything. */
  private static String userAgent(HttpServletRequest request) {
    String bytes = request.getHeader("User-Agent");
    return bytes == null ? "" : new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }
}
