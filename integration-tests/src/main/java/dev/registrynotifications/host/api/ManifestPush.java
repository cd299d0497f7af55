package dev.registrynotifications.host.api;

import dev.registrynotifications.host.http.ErrorCode;
import dev.registrynotifications.host.http.Exchange;
import dev.registrynotifications.host.http.HeaderNames;
import dev.registrynotifications.host.http.RegistryException;
import dev.registrynotifications.host.manifest.InvalidManifestException;
import dev.registrynotifications.host.manifest.ManifestParser;
import dev.registrynotifications.host.manifest.ManifestType;
import dev.registrynotifications.host.storage.BlobHash;
import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.Manifest;
import dev.registrynotifications.registry.Repository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Takes a manifest, if it is one and all that it points at is there. */
final class ManifestPush {

  /** What registries customarily take. */
  private static final int MAX_BYTES = 4 * 1024 * 1024;

  private final ManifestParser parser = new ManifestParser();

  /**
   * Stores it under a tag, or by its digest; then the parameter {@code tag}, as often as it is
   * there, says which tags it gets.
   */
  void handle(Exchange exchange, Repository repository, String reference) throws IOException {
    List<String> tags = tags(exchange, reference);
    Manifest manifest = read(exchange, reference);
    requireReferences(repository, manifest);
    repository.manifests().put(manifest, tags);
    ContentHeaders.created(exchange, repository.name(), "manifests", manifest.digest());
    exchange.answer(201);
  }

  private static List<String> tags(Exchange exchange, String reference) {
    return References.isDigest(reference)
        ? exchange.queries("tag").stream().map(References::tag).distinct().toList()
        : List.of(References.tag(reference));
  }

  private Manifest read(Exchange exchange, String reference) throws IOException {
    byte[] content = content(exchange);
    Digest digest = digest(reference, content);
    try {
      ManifestType type = ManifestType.parse(exchange.header(HeaderNames.CONTENT_TYPE).orElse(""));
      return new Manifest(
          new Descriptor(type.mediaType(), content.length, digest),
          parser.references(type, ByteBuffer.wrap(content)),
          ByteBuffer.wrap(content));
    } catch (InvalidManifestException e) {
      throw RegistryException.because(ErrorCode.MANIFEST_INVALID, String.valueOf(e.getMessage()));
    }
  }

  private static byte[] content(Exchange exchange) throws IOException {
    byte[] content =
        exchange.bodyLength() > MAX_BYTES ? null : exchange.body().readNBytes(MAX_BYTES + 1);
    if (content == null || content.length > MAX_BYTES) {
      throw new RegistryException(
          ErrorCode.MANIFEST_INVALID, 413, Map.of("reason", "it has more than 4 MiB"));
    }
    return content;
  }

  private static Digest digest(String reference, byte[] content) throws IOException {
    Optional<Digest> claimed =
        References.isDigest(reference)
            ? Optional.of(References.digest(reference))
            : Optional.empty();
    BlobHash hash = claimed.map(BlobHash::of).orElse(BlobHash.SHA256);
    Digest actual = hash.hash(new ByteArrayInputStream(content));
    if (claimed.isPresent() && !claimed.get().equals(actual)) {
      throw RegistryException.because(
          ErrorCode.DIGEST_INVALID, "the bytes received have " + actual);
    }
    return actual;
  }

  private static void requireReferences(Repository repository, Manifest manifest)
      throws IOException {
    List<String> missing = new ArrayList<>();
    for (Descriptor reference : manifest.references()) {
      if (!isForeign(reference) && !isThere(repository, manifest, reference.digest())) {
        missing.add(reference.digest().toString());
      }
    }
    if (!missing.isEmpty()) {
      throw new RegistryException(ErrorCode.MANIFEST_BLOB_UNKNOWN, Map.of("digests", missing));
    }
  }

  private static boolean isThere(Repository repository, Manifest manifest, Digest digest)
      throws IOException {
    return ManifestType.isIndex(manifest.descriptor().mediaType())
        ? repository.manifests().stat(digest).isPresent()
        : repository.blobs().stat(digest).isPresent();
  }

  /** A layer that may not be distributed is elsewhere (image specification, layer.md). */
  private static boolean isForeign(Descriptor reference) {
    String mediaType = reference.mediaType().toLowerCase(Locale.ROOT);
    return !reference.urls().isEmpty()
        && (mediaType.contains(".nondistributable.") || mediaType.contains(".foreign."));
  }
}
