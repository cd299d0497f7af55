package dev.registrynotifications.observe.exchange;

import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What exchanges about blobs and their uploads mean.
 *
 * @param seen what went by earlier
 */
record BlobExchanges(Seen seen) {

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;
  private static final int PARTIAL_CONTENT = 206;
  private static final int NOT_MODIFIED = 304;
  private static final int TEMPORARY_REDIRECT = 307;

  void tell(
      RegistryExchange exchange, Route.Blob route, SizeLookup lookup, RepositoryListener listener) {
    if (RegistryExchange.isReading(exchange.method()) && isPulled(exchange.status())) {
      pull(exchange, route, lookup, listener);
    } else if (exchange.method().equals("DELETE") && exchange.status() == ACCEPTED) {
      listener.blobDeleted(route.repository(), route.digest());
    }
  }

  /** A redirect leads to where the content is; who has it already got to know that it is there. */
  private static boolean isPulled(int status) {
    return switch (status) {
      case OK, PARTIAL_CONTENT, NOT_MODIFIED, TEMPORARY_REDIRECT -> true;
      default -> false;
    };
  }

  private void pull(
      RegistryExchange exchange, Route.Blob route, SizeLookup lookup, RepositoryListener listener) {
    OptionalLong told = told(exchange);
    Digest digest = answered(exchange).orElse(route.digest());
    Descriptor blob =
        told.isPresent()
            ? learnt(digest, told.getAsLong())
            : described(route.repository(), digest, lookup, exchange.answer().bytes());
    listener.blobPulled(route.repository(), blob);
  }

  /** A 304 or 307 has the length of its own body, if any. */
  private static OptionalLong told(RegistryExchange exchange) {
    Message answer = exchange.answer();
    return switch (exchange.status()) {
      case OK -> answer.wholeLength();
      case PARTIAL_CONTENT ->
          answer.contentRange() == null ? OptionalLong.empty() : answer.wholeLength();
      default -> OptionalLong.empty();
    };
  }

  /** Tells of a request that begins an upload, or is all of it, or makes one unnecessary. */
  void tell(
      RegistryExchange exchange,
      Route.Uploads route,
      SizeLookup lookup,
      RepositoryListener listener) {
    if (!exchange.method().equals("POST") || exchange.status() != CREATED) {
      return;
    }
    Optional<Digest> mounted = exchange.parameter("mount").flatMap(Digests::parse);
    Optional<RepositoryName> from = exchange.parameter("from").flatMap(BlobExchanges::name);
    if (mounted.isPresent() && from.isPresent()) {
      Digest digest = answered(exchange).orElse(mounted.get());
      Descriptor blob = described(route.repository(), digest, lookup, 0);
      listener.blobMounted(route.repository(), blob, from.get());
    } else {
      digest(exchange)
          .ifPresent(digest -> push(route.repository(), digest, exchange.request(), listener));
    }
  }

  private void push(
      RepositoryName repository, Digest digest, Message request, RepositoryListener listener) {
    listener.blobPushed(repository, learnt(digest, request.length()));
  }

  /** Tells of a request that goes on with an upload, or ends it. */
  void tell(
      RegistryExchange exchange,
      Route.Upload route,
      SizeLookup lookup,
      RepositoryListener listener) {
    switch (exchange.method()) {
      case "PATCH" -> patch(exchange, route);
      case "PUT" -> complete(exchange, route, lookup, listener);
      case "DELETE" -> {
        if (exchange.isSuccess()) {
          seen.ended(route);
        }
      }
      default -> {
        // Others change nothing.
      }
    }
  }

  private void patch(RegistryExchange exchange, Route.Upload route) {
    if (exchange.isSuccess()) {
      long counted = seen.progressOf(route).orElse(0) + exchange.request().length();
      seen.progress(route, exchange.answer().received().orElse(counted));
    }
  }

  private void complete(
      RegistryExchange exchange,
      Route.Upload route,
      SizeLookup lookup,
      RepositoryListener listener) {
    if (exchange.status() != CREATED) {
      return;
    }
    Message last = exchange.request();
    OptionalLong size = uploaded(last, route);
    seen.ended(route);
    digest(exchange)
        .ifPresent(
            digest -> {
              Descriptor blob =
                  size.isPresent()
                      ? learnt(digest, size.getAsLong())
                      : described(
                          route.repository(), digest, lookup, last.end().orElse(last.length()));
              listener.blobPushed(route.repository(), blob);
            });
  }

  /**
   * Empty if there was more before the last request that wasn't seen. What a client says in a
   * {@code Content-Range} isn't taken as the size: some registries don't look at it.
   */
  private OptionalLong uploaded(Message last, Route.Upload route) {
    OptionalLong progress = seen.progressOf(route);
    if (progress.isPresent()) {
      return OptionalLong.of(progress.getAsLong() + last.length());
    }
    boolean isWhole = last.length() > 0 && !last.isContinuation();
    return isWhole ? OptionalLong.of(last.length()) : OptionalLong.empty();
  }

  /** As the registry says: it may know content by another digest than the client does. */
  private static Optional<Digest> answered(RegistryExchange exchange) {
    return Digests.parse(exchange.answer().contentDigest());
  }

  private static Optional<Digest> digest(RegistryExchange exchange) {
    return answered(exchange).or(() -> exchange.parameter("digest").flatMap(Digests::parse));
  }

  private static Optional<RepositoryName> name(String text) {
    try {
      return Optional.of(new RepositoryName(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Descriptor described(
      RepositoryName repository, Digest digest, SizeLookup lookup, long otherwise) {
    OptionalLong known = seen.sizeOf(digest);
    if (known.isPresent()) {
      return Descriptor.blob(digest, known.getAsLong());
    }
    OptionalLong found = lookup.sizeOf(repository, digest);
    return found.isPresent()
        ? learnt(digest, found.getAsLong())
        : Descriptor.blob(digest, otherwise);
  }

  private Descriptor learnt(Digest digest, long size) {
    seen.size(digest, size);
    return Descriptor.blob(digest, size);
  }
}
