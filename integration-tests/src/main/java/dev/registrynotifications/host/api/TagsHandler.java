package dev.registrynotifications.host.api;

import dev.registrynotifications.host.http.ErrorCode;
import dev.registrynotifications.host.http.Exchange;
import dev.registrynotifications.host.http.HeaderNames;
import dev.registrynotifications.host.http.JsonBody;
import dev.registrynotifications.host.http.Methods;
import dev.registrynotifications.host.http.RegistryException;
import dev.registrynotifications.host.storage.Registry;
import dev.registrynotifications.registry.Repository;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers {@code /v2/<name>/tags/list}. */
final class TagsHandler {

  private final Registry registry;

  TagsHandler(Registry registry) {
    this.registry = registry;
  }

  void handle(Exchange exchange, Repository repository) throws IOException {
    switch (exchange.method()) {
      case "GET", "HEAD" -> list(exchange, repository);
      default -> throw Methods.notAllowed(exchange, "GET, HEAD");
    }
  }

  private void list(Exchange exchange, Repository repository) throws IOException {
    String name = repository.name().value();
    if (!registry.contains(repository.name())) {
      throw new RegistryException(ErrorCode.NAME_UNKNOWN, Map.of("name", name));
    }
    Page page = Page.of(exchange, repository.tags().all());
    page.link(exchange.link("/v2/" + name + "/tags/list"))
        .ifPresent(link -> exchange.with(HeaderNames.LINK, link));
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("name", name);
    list.put("tags", page.items());
    exchange.answer(200, JsonBody.MEDIA_TYPE, JsonBody.of(list));
  }
}
