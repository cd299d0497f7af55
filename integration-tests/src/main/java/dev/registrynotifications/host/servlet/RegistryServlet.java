package dev.registrynotifications.host.servlet;

import static java.util.Objects.requireNonNull;

import dev.registrynotifications.host.api.Router;
import dev.registrynotifications.host.http.ApiVersion;
import dev.registrynotifications.host.http.ClientGoneException;
import dev.registrynotifications.host.http.ErrorCode;
import dev.registrynotifications.host.http.Exchange;
import dev.registrynotifications.host.http.JsonBody;
import dev.registrynotifications.host.http.RegistryException;
import dev.registrynotifications.host.storage.Registry;
import dev.registrynotifications.host.storage.UploadBusyException;
import dev.registrynotifications.plugin.RepositoryDecorator;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A registry in any servlet container, under {@code /*} of a context of any path. Made without
 * arguments it opens a storage of its own ({@link ServletStorage}), and closes it in the end.
 *
 * <p>Rejected: leaving failures to the container, whose pages are no registry's answers. Only where
 * the answer has begun already they go to it, to cut the connection.
 */
public final class RegistryServlet extends HttpServlet {

  private static final Logger LOG = System.getLogger(RegistryServlet.class.getName());

  private final @Nullable Registry given;
  private final RepositoryDecorator decorator;
  private final RequestContexts contexts;
  private @Nullable Registry opened;
  private @Nullable Router router;

  /** A registry without plugins, for everybody. */
  public RegistryServlet() {
    this(null, RepositoryDecorator.NONE, Credentials.NONE);
  }

  /** A registry over a storage that others close; over one of its own if there is none. */
  public RegistryServlet(
      @Nullable Registry given, RepositoryDecorator decorator, Credentials credentials) {
    this.given = given;
    this.decorator = decorator;
    contexts = new RequestContexts(credentials);
  }

  @Override
  public void init() throws ServletException {
    router = new Router(given == null ? open() : given, decorator);
  }

  @Override
  public void destroy() {
    if (opened != null) {
      try {
        opened.close();
      } catch (IOException e) {
        LOG.log(Level.WARNING, "Could not close the storage: " + e.getMessage());
      }
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader(ApiVersion.HEADER, ApiVersion.VALUE);
    try {
      answer(request, response);
    } catch (ClientGoneException e) {
      LOG.log(Level.DEBUG, e.getMessage());
      throw e.failure();
    } catch (IOException | RuntimeException e) {
      if (response.isCommitted()) {
        throw e;
      }
      LOG.log(Level.ERROR, "Could not answer " + method(request), e);
      response.reset();
      response.setHeader(ApiVersion.HEADER, ApiVersion.VALUE);
      answer(new Exchange(request, response), new RegistryException(ErrorCode.UNKNOWN, Map.of()));
    }
  }

  private Registry open() throws ServletException {
    try {
      opened = ServletStorage.open(getServletContext());
      return opened;
    } catch (IOException e) {
      throw new ServletException("Could not open the storage: " + e, e);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Exchange exchange = new Exchange(request, response);
    try {
      requireNonNull(router, "init comes first").route(exchange, contexts.of(request, response));
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

  private static String method(HttpServletRequest request) {
    return request.getMethod() + " " + request.getRequestURI();
  }
}
