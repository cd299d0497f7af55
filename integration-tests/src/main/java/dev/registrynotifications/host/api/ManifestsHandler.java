package dev.registrynotifications.host.api;

import dev.registrynotifications.host.http.EntityTag;
import dev.registrynotifications.host.http.ErrorCode;
import dev.registrynotifications.host.http.Exchange;
import dev.registrynotifications.host.http.Methods;
import dev.registrynotifications.host.http.RegistryException;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.Manifest;
import dev.registrynotifications.registry.Repository;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers {@code /v2/<name>/manifests/<reference>}.
 *
 * <p>A manifest is sent as it was pushed, whatever the client accepts. A client that has it already
 * (304) pulls nothing: that is found out without {@code get}.
 */
final class ManifestsHandler {

  private final ManifestPush push = new ManifestPush();

  void handle(Exchange exchange, Repository repository, String reference) throws IOException {
    switch (exchange.method()) {
      case "GET", "HEAD" -> get(exchange, repository, reference);
      case "PUT" -> push.handle(exchange, repository, reference);
      case "DELETE" -> delete(exchange, repository, reference);
      default -> throw Methods.notAllowed(exchange, "GET, HEAD, PUT, DELETE");
    }
  }

  private static void get(Exchange exchange, Repository repository, String reference)
      throws IOException {
    Optional<Descriptor> had =
        EntityTag.isAskedFor(exchange) ? stat(repository, reference) : Optional.empty();
    if (had.isPresent() && EntityTag.isHadByClient(exchange, had.get().digest())) {
      ContentHeaders.found(exchange, had.get().digest());
      exchange.answerNotModified(had.get().size());
      return;
    }
    Manifest manifest = find(repository, reference).orElseThrow(() -> unknown(reference));
    ContentHeaders.found(exchange, manifest.digest());
    exchange.answer(200, manifest.descriptor().mediaType(), manifest.content());
  }

  private static Optional<Descriptor> stat(Repository repository, String reference)
      throws IOException {
    if (References.isDigest(reference)) {
      return repository.manifests().stat(References.digest(reference));
    }
    Optional<Digest> tagged =
        References.isTag(reference) ? repository.tags().get(reference) : Optional.empty();
    return tagged.isPresent() ? repository.manifests().stat(tagged.get()) : Optional.empty();
  }

  private static Optional<Manifest> find(Repository repository, String reference)
      throws IOException {
    if (References.isDigest(reference)) {
      return repository.manifests().get(References.digest(reference));
    }
    return References.isTag(reference) ? repository.manifests().get(reference) : Optional.empty();
  }

  private static void delete(Exchange exchange, Repository repository, String reference)
      throws IOException {
    boolean deleted =
        References.isDigest(reference)
            ? delete(repository, References.digest(reference))
            : References.isTag(reference) && repository.tags().untag(reference);
    if (!deleted) {
      throw unknown(reference);
    }
    exchange.answer(202);
  }

  /** The tags are asked for first: once the manifest is gone, a plugin can't know them. */
  private static boolean delete(Repository repository, Digest digest) throws IOException {
    List<String> tags = repository.tags().lookup(digest);
    if (!repository.manifests().delete(digest)) {
      return false;
    }
    for (String tag : tags) {
      repository.tags().untag(tag);
    }
    return true;
  }

  private static RegistryException unknown(String reference) {
    return new RegistryException(ErrorCode.MANIFEST_UNKNOWN, Map.of("reference", reference));
  }
}
