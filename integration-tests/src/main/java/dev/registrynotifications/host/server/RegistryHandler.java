package dev.registrynotifications.host.server;

import dev.registrynotifications.host.api.Router;
import dev.registrynotifications.host.http.ClientGoneException;
import dev.registrynotifications.host.http.ErrorCode;
import dev.registrynotifications.host.http.Exchange;
import dev.registrynotifications.host.http.JsonBody;
import dev.registrynotifications.host.http.RegistryException;
import dev.registrynotifications.host.storage.UploadBusyException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Jetty's way in: who asks, what for, and what becomes of failures. */
final class RegistryHandler extends Handler.Abstract {

  private static final Logger LOG = System.getLogger(RegistryHandler.class.getName());

  private final RequestContexts contexts;
  private final Router router;

  RegistryHandler(Router router, Credentials credentials) {
    this.router = router;
    contexts = new RequestContexts(credentials);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    addVersion(response);
    try {
      answer(request, response);
      callback.succeeded();
    } catch (ClientGoneException e) {
      LOG.log(Level.DEBUG, e.getMessage());
      callback.failed(e);
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.ERROR, "Could not answer " + request, e);
      callback.failed(e);
    }
    return true;
  }

  /** Says what API this is: clients tell registries from other servers by it. */
  static void addVersion(Response response) {
    response.getHeaders().put("Docker-Distribution-Api-Version", "registry/2.0");
  }

  private void answer(Request request, Response response) throws IOException {
    Exchange exchange = new Exchange(request, response);
    try {
      router.route(exchange, contexts.of(request, response));
    } catch (RegistryException e) {
      answer(exchange, e);
    } catch (UploadBusyException e) {
      Map<String, Object> detail = Map.of("reason", String.valueOf(e.getMessage()));
      answer(exchange, new RegistryException(ErrorCode.BLOB_UPLOAD_INVALID, 409, detail));
    }
  }

  private static void answer(Exchange exchange, RegistryException error) throws IOException {
    exchange.answer(error.status(), JsonBody.MEDIA_TYPE, JsonBody.of(error));
    exchange.discardBody();
  }
}
