package dev.registrynotifications.host.api;

import dev.registrynotifications.host.http.ByteRange;
import dev.registrynotifications.host.http.EntityTag;
import dev.registrynotifications.host.http.ErrorCode;
import dev.registrynotifications.host.http.Exchange;
import dev.registrynotifications.host.http.HeaderNames;
import dev.registrynotifications.host.http.Methods;
import dev.registrynotifications.host.http.RegistryException;
import dev.registrynotifications.registry.BlobReader;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * Answers {@code /v2/<name>/blobs/<digest>}.
 *
 * <p>Each answer about a blob that is there opens it once, also one that needs no byte of it: a
 * pull, as distribution counts.
 */
final class BlobsHandler {

  void handle(Exchange exchange, Repository repository, String reference) throws IOException {
    Digest digest = References.digest(reference);
    switch (exchange.method()) {
      case "GET", "HEAD" -> get(exchange, repository, digest);
      case "DELETE" -> delete(exchange, repository, digest);
      default -> throw Methods.notAllowed(exchange, "GET, HEAD, DELETE");
    }
  }

  private static void get(Exchange exchange, Repository repository, Digest digest)
      throws IOException {
    try (BlobReader blob = repository.blobs().open(digest).orElseThrow(() -> unknown(digest))) {
      ContentHeaders.found(exchange, digest);
      if (EntityTag.isHadByClient(exchange, digest)) {
        exchange.answerNotModified(blob.descriptor().size());
      } else {
        send(exchange.with(HeaderNames.ACCEPT_RANGES, "bytes"), blob);
      }
    }
  }

  private static void send(Exchange exchange, BlobReader blob) throws IOException {
    long size = blob.descriptor().size();
    Optional<ByteRange> range = range(exchange, blob.descriptor());
    if (range.isPresent()) {
      exchange.with(HeaderNames.CONTENT_RANGE, range.get().in(size));
      send(exchange, 206, blob, range.get());
    } else {
      send(exchange, 200, blob, new ByteRange(0, size - 1));
    }
  }

  private static void send(Exchange exchange, int status, BlobReader blob, ByteRange range)
      throws IOException {
    try (InputStream content =
        exchange.isHead() ? InputStream.nullInputStream() : blob.stream(range.start())) {
      exchange.answer(status, Descriptor.OCTET_STREAM, content, range.length());
    }
  }

  private static Optional<ByteRange> range(Exchange exchange, Descriptor blob) {
    Optional<String> asked = exchange.header(HeaderNames.RANGE);
    if (asked.isEmpty() || exchange.isHead() || !EntityTag.isRangeOf(exchange, blob.digest())) {
      return Optional.empty();
    }
    try {
      return ByteRange.parse(asked.get(), blob.size());
    } catch (ByteRange.UnsatisfiableException e) {
      exchange.with(HeaderNames.CONTENT_RANGE, "bytes */" + blob.size());
      throw new RegistryException(
          ErrorCode.SIZE_INVALID, 416, Map.of("range", asked.get(), "size", blob.size()));
    }
  }

  private static void delete(Exchange exchange, Repository repository, Digest digest)
      throws IOException {
    if (!repository.blobs().delete(digest)) {
      throw unknown(digest);
    }
    exchange.answer(202);
  }

  private static RegistryException unknown(Digest digest) {
    return new RegistryException(ErrorCode.BLOB_UNKNOWN, Map.of("digest", digest.toString()));
  }
}
