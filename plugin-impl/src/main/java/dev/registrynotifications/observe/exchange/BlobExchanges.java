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
    Descriptor blob =
        told.isPresent()
            ? learnt(route.digest(), told.getAsLong())
            : described(route.repository(), route.digest(), lookup, exchange.answer().bytes());
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
      Descriptor blob = described(route.repository(), mounted.get(), lookup, 0);
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
    OptionalLong size = uploaded(exchange.request(), route);
    seen.ended(route);
    digest(exchange)
        .ifPresent(
            digest -> {
              Descriptor blob =
                  size.isPresent()
                      ? learnt(digest, size.getAsLong())
                      : described(route.repository(), digest, lookup, 0);
              listener.blobPushed(route.repository(), blob);
            });
  }

  /** Empty if the last request brought nothing and those before it weren't seen. */
  private OptionalLong uploaded(Message last, Route.Upload route) {
    OptionalLong progress = seen.progressOf(route);
    if (last.length() == 0) {
      return progress;
    }
    return last.end().isPresent()
        ? last.end()
        : OptionalLong.of(progress.orElse(0) + last.length());
  }

  private static Optional<Digest> digest(RegistryExchange exchange) {
    return Digests.parse(exchange.answer().contentDigest())
        .or(() -> exchange.parameter("digest").flatMap(Digests::parse));
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
