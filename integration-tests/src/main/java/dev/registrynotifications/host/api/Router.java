package dev.registrynotifications.host.api;

import dev.registrynotifications.host.http.ErrorCode;
import dev.registrynotifications.host.http.Exchange;
import dev.registrynotifications.host.http.RegistryException;
import dev.registrynotifications.host.storage.Registry;
import dev.registrynotifications.plugin.RepositoryDecorator;
import dev.registrynotifications.plugin.RequestContext;
import dev.registrynotifications.registry.Repository;
import dev.registrynotifications.registry.RepositoryName;
import dev.registrynotifications.registry.RepositoryRemover;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds who answers a request: the table of all paths.
 *
 * <p>A repository's name may itself contain {@code /manifests/} and the like: it goes as far as it
 * can. The first match counts.
 *
 * <p>Each request gets a repository of its own, passed through the plugins' decorator.
 */
public final class Router {

  private final Registry registry;
  private final RepositoryDecorator decorator;
  private final List<Route> routes;

  public Router(Registry registry, RepositoryDecorator decorator) {
    this.registry = registry;
    this.decorator = decorator;
    RepositoriesHandler repositories = new RepositoriesHandler(registry);
    TagsHandler tags = new TagsHandler(registry);
    ManifestsHandler manifests = new ManifestsHandler();
    BlobsHandler blobs = new BlobsHandler();
    UploadsHandler uploads = new UploadsHandler();
    UploadHandler upload = new UploadHandler();
    routes =
        List.of(
            route("/v2/?", call -> repositories.version(call.exchange())),
            route("/v2/_catalog", call -> repositories.catalog(call.exchange())),
            route("/v2/(.+)/tags/list", call -> tags.handle(call.exchange(), repository(call))),
            route(
                "/v2/(.+)/manifests/([^/]+)",
                call -> manifests.handle(call.exchange(), repository(call), call.reference())),
            route(
                "/v2/(.+)/blobs/uploads/?",
                call -> uploads.handle(call.exchange(), repository(call))),
            route(
                "/v2/(.+)/blobs/uploads/([^/]+)",
                call -> upload.handle(call.exchange(), repository(call), call.reference())),
            route(
                "/v2/(.+)/blobs/([^/]+)",
                call -> blobs.handle(call.exchange(), repository(call), call.reference())),
            route(
                "/v2/(.+)/",
                call -> repositories.one(call.exchange(), call.name(), remover(call))));
  }

  /** Has the request answered. */
  public void route(Exchange exchange, RequestContext context) throws IOException {
    for (Route route : routes) {
      Matcher path = route.path().matcher(exchange.path());
      if (path.matches()) {
        route.resource().handle(new Call(exchange, context, path));
        return;
      }
    }
    throw new RegistryException(ErrorCode.UNSUPPORTED, 404, Map.of("path", exchange.path()));
  }

  private static Route route(String pattern, Resource resource) {
    return new Route(Pattern.compile(pattern), resource);
  }

  private Repository repository(Call call) {
    return decorator.decorate(registry.repository(call.name()), call.context());
  }

  private RepositoryRemover remover(Call call) {
    return decorator.decorate(registry.remover(), call.context());
  }

  private record Route(Pattern path, Resource resource) {}

  /** One request that has found its way. */
  private record Call(Exchange exchange, RequestContext context, Matcher path) {

    RepositoryName name() {
      return References.name(path.group(1));
    }

    String reference() {
      return path.group(2);
    }
  }

  @FunctionalInterface
  private interface Resource {
    void handle(Call call) throws IOException;
  }
}
