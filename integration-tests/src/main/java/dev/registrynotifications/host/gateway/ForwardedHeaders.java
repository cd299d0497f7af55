package dev.registrynotifications.host.gateway;

import dev.registrynotifications.host.http.HeaderNames;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.http.HttpFields;

/**
 * Tells the upstream registry whom the gateway asks for. Lines of their own, after the client's:
 * distribution reads the first line of each, and takes {@code X-Forwarded-Proto} as it stands, so
 * one line with both would be none. Rejected: {@code Forwarded} (RFC 7239), which few registries
 * read.
 */
final class ForwardedHeaders {

  private ForwardedHeaders() {}

  static void add(HttpServletRequest request, HttpFields.Mutable headers) {
    headers.add(HeaderNames.X_FORWARDED_FOR, address(request.getRemoteAddr()));
    headers.add(HeaderNames.X_FORWARDED_PROTO, request.getScheme());
    String host = request.getHeader(HeaderNames.HOST);
    if (host != null) {
      headers.add(HeaderNames.X_FORWARDED_HOST, host);
    }
  }

  /** Without the brackets that Jetty puts around IPv6: they belong to URLs. */
  private static String address(String address) {
    return address.startsWith("[") ? address.substring(1, address.length() - 1) : address;
  }
}
