package dev.registrynotifications.observe.exchange;

import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What exchanges about uploads mean. Its methods return whether they meant anything.
 *
 * @param seen what went by earlier
 * @param sizes how big blobs are
 */
record UploadExchanges(Seen seen, BlobSizes sizes) {

  private static final int CREATED = 201;

  /** Tells of a request that begins an upload, or is all of it, or makes one unnecessary. */
  boolean tell(
      RegistryExchange exchange,
      Route.Uploads route,
      SizeLookup lookup,
      RepositoryListener listener) {
    if (!exchange.method().equals("POST") || exchange.status() != CREATED) {
      return false;
    }
    Optional<Digest> wanted = exchange.parameter("mount").flatMap(Digests::parse);
    Optional<RepositoryName> from = exchange.parameter("from").flatMap(UploadExchanges::name);
    Optional<Digest> digest = exchange.answeredDigest().or(() -> wanted).or(() -> named(exchange));
    digest.ifPresent(
        known -> {
          if (wanted.isPresent() && from.isPresent()) {
            mount(route, known, from.get(), lookup, listener);
          } else {
            push(route, known, whole(exchange.request()), lookup, 0, listener);
          }
        });
    return digest.isPresent();
  }

  private void mount(
      Route route,
      Digest digest,
      RepositoryName from,
      SizeLookup lookup,
      RepositoryListener listener) {
    OptionalLong untold = OptionalLong.empty();
    Descriptor blob = sizes.described(route.repository(), digest, untold, lookup.or(from), 0);
    listener.blobMounted(route.repository(), blob, from);
  }

  private void push(
      Route route,
      Digest digest,
      OptionalLong size,
      SizeLookup lookup,
      long otherwise,
      RepositoryListener listener) {
    RepositoryName repository = route.repository();
    listener.blobPushed(repository, sizes.described(repository, digest, size, lookup, otherwise));
  }

  /** Tells of a request that goes on with an upload, or ends it. */
  boolean tell(
      RegistryExchange exchange,
      Route.Upload route,
      SizeLookup lookup,
      RepositoryListener listener) {
    return switch (exchange.method()) {
      case "PATCH" -> exchange.isSuccess() && patch(exchange, route);
      case "PUT" -> exchange.status() == CREATED && complete(exchange, route, lookup, listener);
      case "DELETE" -> exchange.isSuccess() && cancel(route);
      default -> false;
    };
  }

  private boolean patch(RegistryExchange exchange, Route.Upload route) {
    long counted = seen.progressOf(route).orElse(0) + exchange.request().length();
    seen.progress(route, exchange.answer().received().orElse(counted));
    return true;
  }

  private boolean cancel(Route.Upload route) {
    seen.ended(route);
    return true;
  }

  private boolean complete(
      RegistryExchange exchange,
      Route.Upload route,
      SizeLookup lookup,
      RepositoryListener listener) {
    Optional<Digest> digest = exchange.answeredDigest().or(() -> named(exchange));
    digest.ifPresent(
        known -> {
          Message last = exchange.request();
          OptionalLong size = uploaded(last, route);
          seen.ended(route);
          push(route, known, size, lookup, last.end().orElse(last.length()), listener);
        });
    return digest.isPresent();
  }

  /**
   * Empty if there was more before the last request that wasn't seen. What a client says in a
   * {@code Content-Range} isn't taken as the size: some registries don't look at it.
   */
  private OptionalLong uploaded(Message last, Route.Upload route) {
    OptionalLong progress = seen.progressOf(route);
    return progress.isPresent()
        ? OptionalLong.of(progress.getAsLong() + last.length())
        : whole(last);
  }

  /** Empty if there is nothing: then the content was there already, or came before. */
  private static OptionalLong whole(Message only) {
    boolean isWhole = only.length() > 0 && !only.isContinuation();
    return isWhole ? OptionalLong.of(only.length()) : OptionalLong.empty();
  }

  /** As the client says. */
  private static Optional<Digest> named(RegistryExchange exchange) {
    return exchange.parameter("digest").flatMap(Digests::parse);
  }

  private static Optional<RepositoryName> name(String text) {
    try {
      return Optional.of(new RepositoryName(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
