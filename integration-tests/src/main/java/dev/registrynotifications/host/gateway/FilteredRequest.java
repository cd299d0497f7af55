package dev.registrynotifications.host.gateway;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Goes on asynchronously with the request and the response that the filters passed on. By itself a
 * request goes on with the container's own (Servlet 6.0, {@code ServletRequest.startAsync}): what
 * is written then, no filter sees.
 */
final class FilteredRequest extends HttpServletRequestWrapper {

  private final HttpServletRequest request;
  private final HttpServletResponse response;

  FilteredRequest(HttpServletRequest request, HttpServletResponse response) {
    super(request);
    this.request = request;
    this.response = response;
  }

  @Override
  public AsyncContext startAsync() {
    return request.startAsync(request, response);
  }
}
