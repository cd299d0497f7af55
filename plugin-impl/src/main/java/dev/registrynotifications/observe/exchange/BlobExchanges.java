package dev.registrynotifications.observe.exchange;

import dev.registrynotifications.plugin.RepositoryListener;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import java.util.OptionalLong;

/**
 * What exchanges about blobs mean. It returns whether they meant anything.
 *
 * @param sizes how big blobs are
 */
record BlobExchanges(BlobSizes sizes) {

  private static final int OK = 200;
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
    Digest digest = exchange.answeredDigest().orElse(route.digest());
    Descriptor blob = sizes.described(route.repository(), digest, told(exchange), lookup, 0);
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
}
