package dev.registrynotifications.host.api;

import dev.registrynotifications.host.http.ErrorCode;
import dev.registrynotifications.host.http.Exchange;
import dev.registrynotifications.host.http.HeaderNames;
import dev.registrynotifications.host.http.JsonBody;
import dev.registrynotifications.host.http.Methods;
import dev.registrynotifications.host.http.RegistryException;
import dev.registrynotifications.host.storage.Registry;
import dev.registrynotifications.registry.RepositoryName;
import dev.registrynotifications.registry.RepositoryRemover;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Answers what concerns all repositories, or a repository as a whole. */
final class RepositoriesHandler {

  private final Registry registry;

  RepositoriesHandler(Registry registry) {
    this.registry = registry;
  }

  /** {@code /v2/}: says that this is a registry. */
  void version(Exchange exchange) throws IOException {
    switch (exchange.method()) {
      case "GET", "HEAD" -> exchange.answer(200, JsonBody.MEDIA_TYPE, JsonBody.of(Map.of()));
      default -> throw Methods.notAllowed(exchange, "GET, HEAD");
    }
  }

  /** {@code /v2/_catalog}: names the repositories (distribution's extension). */
  void catalog(Exchange exchange) throws IOException {
    switch (exchange.method()) {
      case "GET", "HEAD" -> list(exchange);
      default -> throw Methods.notAllowed(exchange, "GET, HEAD");
    }
  }

  /** {@code /v2/<name>/}: the repository itself, to be deleted (this registry's own extension). */
  void one(Exchange exchange, RepositoryName name, RepositoryRemover remover) throws IOException {
    switch (exchange.method()) {
      case "DELETE" -> delete(exchange, name, remover);
      default -> throw Methods.notAllowed(exchange, "DELETE");
    }
  }

  private void list(Exchange exchange) throws IOException {
    List<String> names = registry.names().stream().map(RepositoryName::value).toList();
    Page page = Page.of(exchange, names);
    page.link(exchange.link("/v2/_catalog"))
        .ifPresent(link -> exchange.with(HeaderNames.LINK, link));
    exchange.answer(200, JsonBody.MEDIA_TYPE, JsonBody.of(Map.of("repositories", page.items())));
  }

  private static void delete(Exchange exchange, RepositoryName name, RepositoryRemover remover)
      throws IOException {
    if (!remover.remove(name)) {
      throw new RegistryException(ErrorCode.NAME_UNKNOWN, Map.of("name", name.value()));
    }
    exchange.answer(202);
  }
}
