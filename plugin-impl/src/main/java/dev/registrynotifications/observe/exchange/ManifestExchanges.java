package dev.registrynotifications.observe.exchange;

import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What exchanges about manifests mean.
 *
 * @param seen what went by earlier
 * @param parser finds what a manifest points at; finds nothing if that isn't to be told
 */
record ManifestExchanges(Seen seen, Function<ByteBuffer, List<Descriptor>> parser) {

  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int NOT_FOUND = 404;

  void tell(RegistryExchange exchange, Route.Manifest route, RepositoryListener listener) {
    switch (exchange.method()) {
      case "GET", "HEAD" -> pull(exchange, route, listener);
      case "PUT" -> push(exchange, route, listener);
      case "DELETE" -> delete(exchange, route, listener);
      default -> {
        // The API has no other.
      }
    }
  }

  private void push(RegistryExchange exchange, Route.Manifest route, RepositoryListener listener) {
    if (!exchange.isSuccess()) {
      return;
    }
    Message request = exchange.request();
    digest(exchange, route, request)
        .ifPresent(
            digest -> {
              Descriptor manifest = new Descriptor(request.mediaType(), request.length(), digest);
              learn(route, manifest);
              List<String> tags = tag(route).stream().toList();
              List<Descriptor> references = references(digest, request);
              listener.manifestPushed(route.repository(), manifest, references, tags);
            });
  }

  private void pull(RegistryExchange exchange, Route.Manifest route, RepositoryListener listener) {
    if (exchange.status() == NOT_FOUND) {
      seen.untag(route.repository(), route.reference());
    }
    if (exchange.status() != OK) {
      return;
    }
    Message answer = exchange.answer();
    digest(exchange, route, answer)
        .ifPresent(
            digest -> {
              Descriptor manifest =
                  new Descriptor(answer.mediaType(), size(digest, answer), digest);
              learn(route, manifest);
              List<Descriptor> references = references(digest, answer);
              String tag = tag(route).orElse(null);
              listener.manifestPulled(route.repository(), manifest, references, tag);
            });
  }

  private void delete(
      RegistryExchange exchange, Route.Manifest route, RepositoryListener listener) {
    if (exchange.status() != ACCEPTED) {
      return;
    }
    RepositoryName repository = route.repository();
    Optional<Digest> digest = route.digest();
    if (digest.isPresent()) {
      listener.manifestDeleted(repository, digest.get());
      seen.untag(repository, digest.get()).forEach(tag -> listener.tagDeleted(repository, tag));
    } else {
      seen.untag(repository, route.reference());
      listener.tagDeleted(repository, route.reference());
    }
  }

  /** As the registry says; else as the client did; else of the content; else of the tag so far. */
  private Optional<Digest> digest(
      RegistryExchange exchange, Route.Manifest route, Message withManifest) {
    return Digests.parse(exchange.answer().contentDigest())
        .or(route::digest)
        .or(() -> withManifest.readable().map(Digest::sha256))
        .or(
            () ->
                exchange.isHead() ? seen.digestOf(route.repository(), route.reference()) : none());
  }

  private static Optional<Digest> none() {
    return Optional.empty();
  }

  private long size(Digest digest, Message answer) {
    return answer.wholeLength().orElseGet(() -> seen.sizeOf(digest).orElse(answer.bytes()));
  }

  private void learn(Route.Manifest route, Descriptor manifest) {
    seen.size(manifest.digest(), manifest.size());
    tag(route).ifPresent(tag -> seen.tag(route.repository(), tag, manifest.digest()));
  }

  private static Optional<String> tag(Route.Manifest route) {
    return route.digest().isPresent() ? Optional.empty() : Optional.of(route.reference());
  }

  private List<Descriptor> references(Digest digest, Message withManifest) {
    Optional<List<Descriptor>> found = withManifest.readable().map(parser);
    found.ifPresent(references -> seen.references(digest, references));
    return found.orElseGet(() -> seen.referencesOf(digest));
  }
}
