package dev.registrynotifications.host.gateway;

import dev.registrynotifications.host.http.ApiVersion;
import dev.registrynotifications.host.http.ErrorCode;
import dev.registrynotifications.host.http.Exchange;
import dev.registrynotifications.host.http.JsonBody;
import dev.registrynotifications.host.http.RegistryException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;

/** Answers in the place of an upstream registry that doesn't, or isn't asked. */
final class GatewayError {

  private static final Logger LOG = System.getLogger(GatewayError.class.getName());

  /** Asks Jetty to cut the connection. */
  private static final int CUT = -1;

  private GatewayError() {}

  /** Says so as registries do; where an answer has begun, the client sees it break off. */
  static void send(HttpServletRequest request, HttpServletResponse response, int status) {
    try {
      if (response.isCommitted()) {
        response.sendError(CUT);
      } else {
        answer(request, response, status);
      }
    } catch (IOException | IllegalStateException e) {
      LOG.log(Level.DEBUG, "Could not tell the client of a failure: " + e.getMessage());
    }
  }

  private static void answer(HttpServletRequest request, HttpServletResponse response, int status)
      throws IOException {
    response.reset();
    response.setHeader(ApiVersion.HEADER, ApiVersion.VALUE);
    Map<String, Object> detail = Map.of("reason", reason(status));
    ErrorCode code = status < 500 ? ErrorCode.UNSUPPORTED : ErrorCode.UNAVAILABLE;
    RegistryException error = new RegistryException(code, status, detail);
    new Exchange(request, response).answer(status, JsonBody.MEDIA_TYPE, JsonBody.of(error));
  }

  private static String reason(int status) {
    return switch (status) {
      case 400 -> "the path or the query isn't encoded well";
      case 405 -> "methods are written in capitals";
      case 504 -> "the registry behind this gateway takes too long";
      case 502 -> "the registry behind this gateway can't be reached, or broke off";
      default -> "this gateway could not pass the request on";
    };
  }
}
