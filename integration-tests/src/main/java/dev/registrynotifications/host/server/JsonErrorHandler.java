package dev.registrynotifications.host.server;

import dev.registrynotifications.host.http.ApiVersion;
import dev.registrynotifications.host.http.ErrorCode;
import dev.registrynotifications.host.http.JsonBody;
import dev.registrynotifications.host.http.RegistryException;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what fails before it comes to a servlet, or after, as registries do. */
final class JsonErrorHandler implements Request.Handler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    ErrorCode code = status >= 500 ? ErrorCode.UNKNOWN : ErrorCode.UNSUPPORTED;
    response.getHeaders().put(ApiVersion.HEADER, ApiVersion.VALUE);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, JsonBody.MEDIA_TYPE);
    response.write(true, JsonBody.of(new RegistryException(code, status, Map.of())), callback);
    return true;
  }
}
