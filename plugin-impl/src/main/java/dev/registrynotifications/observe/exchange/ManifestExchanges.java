package dev.registrynotifications.observe.exchange;

import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What exchanges about manifests mean. Its methods return whether they meant anything.
 *
 * @param seen what went by earlier
 * @param parser finds what a manifest points at; finds nothing if that isn't to be told
 */
record ManifestExchanges(Seen seen, Function<ByteBuffer, List<Descriptor>> parser) {

  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int NOT_FOUND = 404;

  boolean tell(RegistryExchange exchange, Route.Manifest route, RepositoryListener listener) {
    return switch (exchange.method()) {
      case "GET", "HEAD" -> pull(exchange, route, listener);
      case "PUT" -> push(exchange, route, listener);
      case "DELETE" -> delete(exchange, route, listener);
      default -> false;
    };
  }

  private boolean push(
      RegistryExchange exchange, Route.Manifest route, RepositoryListener listener) {
    Message request = exchange.request();
    Optional<Digest> digest =
        exchange.isSuccess() ? digest(exchange, route, request) : Optional.empty();
    digest.ifPresent(
        known -> {
          List<String> tags = tag(route).stream().toList();
          tags.forEach(tag -> seen.tagPushed(route.repository(), tag, known));
          Descriptor manifest = described(known, request.mediaType(), lengthOf(request));
          List<Descriptor> references = references(known, request);
          listener.manifestPushed(route.repository(), manifest, references, tags);
        });
    return digest.isPresent();
  }

  private boolean pull(
      RegistryExchange exchange, Route.Manifest route, RepositoryListener listener) {
    if (exchange.status() == NOT_FOUND) {
      tag(route).ifPresent(tag -> seen.tagMissed(route.repository(), tag, exchange.began()));
    }
    Message answer = exchange.answer();
    Optional<Digest> digest =
        exchange.status() == OK ? digest(exchange, route, answer) : Optional.empty();
    digest.ifPresent(
        known -> {
          Optional<String> tag = tag(route);
          tag.ifPresent(t -> seen.tagPulled(route.repository(), t, known, exchange.began()));
          OptionalLong size = exchange.isHead() ? answer.wholeLength() : lengthOf(answer);
          Descriptor manifest = described(known, answer.mediaType(), size);
          List<Descriptor> references = references(known, answer);
          listener.manifestPulled(route.repository(), manifest, references, tag.orElse(null));
        });
    return digest.isPresent();
  }

  private boolean delete(
      RegistryExchange exchange, Route.Manifest route, RepositoryListener listener) {
    if (exchange.status() != ACCEPTED) {
      return false;
    }
    RepositoryName repository = route.repository();
    Optional<Digest> digest = route.digest();
    if (digest.isPresent()) {
      listener.manifestDeleted(repository, digest.get());
      seen.deleteTagsOf(repository, digest.get())
          .forEach(tag -> listener.tagDeleted(repository, tag));
    } else {
      seen.tagDeleted(repository, route.reference());
      listener.tagDeleted(repository, route.reference());
    }
    return true;
  }

  /** As the registry says; else as the client did; else of the content; else of the tag so far. */
  private Optional<Digest> digest(
      RegistryExchange exchange, Route.Manifest route, Message withManifest) {
    return exchange
        .answeredDigest()
        .or(route::digest)
        .or(() -> withManifest.readable().map(Digest::sha256))
        .or(
            () ->
                exchange.isHead() ? seen.digestOf(route.repository(), route.reference()) : none());
  }

  private static Optional<Digest> none() {
    return Optional.empty();
  }

  /** What is compressed on its way is longer than it looks. */
  private static OptionalLong lengthOf(Message withManifest) {
    return withManifest.contentEncoding() == null
        ? OptionalLong.of(withManifest.length())
        : OptionalLong.empty();
  }

  private Descriptor described(Digest digest, String mediaType, OptionalLong size) {
    size.ifPresent(told -> seen.size(digest, told));
    return new Descriptor(mediaType, size.orElseGet(() -> seen.sizeOf(digest).orElse(0)), digest);
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
