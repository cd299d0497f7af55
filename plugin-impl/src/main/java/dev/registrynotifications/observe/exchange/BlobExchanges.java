package dev.registrynotifications.observe.exchange;

import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What exchanges about blobs and their uploads mean. Its methods return whether they meant
 * anything.
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

  boolean tell(
      RegistryExchange exchange, Route.Blob route, SizeLookup lookup, RepositoryListener listener) {
    if (RegistryExchange.isReading(exchange.method()) && isPulled(exchange.status())) {
      pull(exchange, route, lookup, listener);
      return true;
    }
    boolean isDeleted = exchange.method().equals("DELETE") && exchange.status() == ACCEPTED;
    if (isDeleted) {
      listener.blobDeleted(route.repository(), route.digest());
    }
    return isDeleted;
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
    Digest digest = answered(exchange).orElse(route.digest());
    Descriptor blob = described(route.repository(), digest, told(exchange), lookup, 0);
    listener.blobPulled(route.repository(), blob);
  }

  /** A 304 or 307 has the length of its own body, if any; so has a 206 with several ranges. */
  private static OptionalLong told(RegistryExchange exchange) {
    Message answer = exchange.answer();
    return switch (exchange.status()) {
      case OK -> whole(exchange, answer);
      case PARTIAL_CONTENT ->
          answer.contentRange() == null ? OptionalLong.empty() : answer.wholeLength();
      default -> OptionalLong.empty();
    };
  }

  /** As announced, else as it went by. */
  private static OptionalLong whole(RegistryExchange exchange, Message answer) {
    boolean isCounted = !exchange.isHead() && answer.contentEncoding() == null;
    OptionalLong announced = answer.wholeLength();
    return announced.isEmpty() && isCounted ? OptionalLong.of(answer.bytes()) : announced;
  }

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
    Optional<RepositoryName> from = exchange.parameter("from").flatMap(BlobExchanges::name);
    Optional<Digest> digest = answered(exchange).or(() -> wanted).or(() -> named(exchange));
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
    Descriptor blob = described(route.repository(), digest, untold, lookup.or(from), 0);
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
    listener.blobPushed(repository, described(repository, digest, size, lookup, otherwise));
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
    Optional<Digest> digest = answered(exchange).or(() -> named(exchange));
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

  /** As the registry says: it may know content by another digest than the client does. */
  private static Optional<Digest> answered(RegistryExchange exchange) {
    return Digests.parse(exchange.answer().contentDigest());
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

  /** Of that size, else as seen or found out; else of another that is better than none. */
  private Descriptor described(
      RepositoryName repository,
      Digest digest,
      OptionalLong told,
      SizeLookup lookup,
      long otherwise) {
    OptionalLong size = told.isPresent() ? told : seen.sizeOf(digest);
    if (size.isEmpty()) {
      size = lookup.sizeOf(repository, digest);
    }
    size.ifPresent(known -> seen.size(digest, known));
    return Descriptor.blob(digest, size.orElse(otherwise));
  }
}
