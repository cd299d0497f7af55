package dev.registrynotifications.registry;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * An image manifest or an index: the exact bytes that were pushed, and what they point at.
 *
 * <p>The bytes are held, not streamed: registries bound a manifest (4 MiB is customary), hash it
 * and read it before they take it.
 *
 * @param descriptor the manifest's own media type, size and digest
 * @param references what it points at, in the order of the manifest: config and layers, or the
 *     manifests of an index
 * @param content the bytes; each call of the accessor gives a read-only view of its own
 */
public record Manifest(Descriptor descriptor, List<Descriptor> references, ByteBuffer content) {

  /**
   * Copies the list and keeps a read-only view of the bytes, which the caller must no longer
   * change.
   *
   * @throws IllegalArgumentException if the descriptor's size isn't that of the content
   */
  public Manifest {
    requireNonNull(descriptor, "descriptor");
    references = List.copyOf(references);
    content = content.asReadOnlyBuffer();
    if (descriptor.size() != content.remaining()) {
      throw new IllegalArgumentException(
          "the manifest has " + content.remaining() + " bytes, not " + descriptor.size());
    }
  }

  /** Describes the bytes with their SHA-256 digest. */
  public static Manifest of(String mediaType, List<Descriptor> references, ByteBuffer content) {
    Digest digest = Digest.sha256(content);
    return new Manifest(
        new Descriptor(mediaType, content.remaining(), digest), references, content);
  }

  @Override
  public ByteBuffer content() {
    return content.duplicate();
  }

  /** The digest of the content. */
  public Digest digest() {
    return descriptor.digest();
  }
}
