package dev.registrynotifications.host.gateway;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ClientConnector;
import org.jspecify.annotations.Nullable;

/**
 * Passes each request to the upstream registry as it is. Bodies stream through, and no thread waits
 * for either side. Rejected: Jetty's servlet whose streams block, with which a few hundred slow
 * uploads hold every thread; and its {@code Transparent} one, which rewrites paths that it finds
 * odd.
 */
final class UpstreamServlet extends AnsweringServlet {

  /** A transfer that stands still for so long is given up. */
  static final Duration TO_GO_ON = Duration.ofMinutes(10);

  private static final int MAX_HEADER_BYTES = 256 * 1024;
  private static final int MAX_WAITING = 64 * 1024;

  private static final Pattern STRAY_PERCENT = Pattern.compile("%(?!\\p{XDigit}{2})");

  private final Upstream upstream;

  UpstreamServlet(Upstream upstream) {
    super(upstream);
    this.upstream = upstream;
  }

  @Override
  protected HttpClient newHttpClient(ClientConnector connector) {
    HttpClient client = super.newHttpClient(connector);
    client.setMaxRequestsQueuedPerDestination(MAX_WAITING);
    client.setMaxRequestHeadersSize(MAX_HEADER_BYTES);
    client.setMaxResponseHeadersSize(MAX_HEADER_BYTES);
    return client;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (isPassedOnAsItIs(request.getMethod())) {
      super.service(new FilteredRequest(request, response), response);
    } else {
      GatewayError.send(request, response, 405);
    }
  }

  /**
   * Methods have a case (RFC 9110, section 9.1), which Jetty's client doesn't keep: of a {@code
   * put} that is none it would make one that no filter has seen.
   */
  private static boolean isPassedOnAsItIs(String method) {
    return method.equals(method.toUpperCase(Locale.ENGLISH));
  }

  /** The path and the query as the client encoded them; null if they aren't encoded well. */
  @Override
  protected @Nullable String rewriteTarget(HttpServletRequest request) {
    String query = request.getQueryString();
    String target = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    return STRAY_PERCENT.matcher(target).find() ? null : target;
  }

  @Override
  protected void onProxyRewriteFailed(HttpServletRequest request, HttpServletResponse response) {
    GatewayError.send(request, response, 400);
  }

  @Override
  protected Request newProxyRequest(HttpServletRequest request, String target) {
    return to(target)
        .method(request.getMethod())
        .idleTimeout(TO_GO_ON.toMillis(), TimeUnit.MILLISECONDS)
        .attribute(CLIENT_REQUEST_ATTRIBUTE, request)
        .onRequestBegin(begun -> describeBody(request, begun));
  }

  /** As a URI where it is one, for else two slashes at its start would make a host's name of it. */
  private Request to(String target) {
    try {
      return getHttpClient().newRequest(new URI(upstream.origin() + target));
    } catch (URISyntaxException e) {
      return getHttpClient().newRequest(upstream.root()).path(target);
    }
  }

  /**
   * Says of the body what the client says: no media type that it doesn't, as Jetty's client does;
   * and that a body of unknown length comes, which Jetty leaves out of a PATCH without media type.
   */
  private void describeBody(HttpServletRequest request, Request begun) {
    if (request.getContentType() == null) {
      begun.headers(headers -> headers.remove(HttpHeader.CONTENT_TYPE));
    }
    if (hasContent(request) && request.getContentLengthLong() < 0) {
      begun.headers(headers -> headers.put(HttpHeader.TRANSFER_ENCODING, "chunked"));
    }
  }

  /** Rejected: that a media type alone means a body, as Jetty has it. */
  @Override
  protected boolean hasContent(HttpServletRequest request) {
    return request.getContentLengthLong() > 0
        || request.getHeader(HttpHeader.TRANSFER_ENCODING.asString()) != null;
  }

  @Override
  protected void addProxyHeaders(HttpServletRequest request, Request proxyRequest) {
    addViaHeader(proxyRequest);
    proxyRequest.headers(headers -> ForwardedHeaders.add(request, headers));
  }
}
