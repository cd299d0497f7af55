package dev.registrynotifications.registry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * Points at content by its digest (OCI image specification, descriptor.md).
 *
 * @param mediaType the content's media type
 * @param size the content's length in bytes
 * @param digest the content's digest
 * @param urls where else the content can be had; mostly empty
 * @param annotations free metadata; mostly empty
 */
public record Descriptor(
    String mediaType,
    long size,
    Digest digest,
    List<String> urls,
    Map<String, String> annotations) {

  /** The media type that registries give to every blob: they don't know a better one. */
  public static final String OCTET_STREAM = "application/octet-stream";

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if the size is negative
   */
  public Descriptor {
    requireNonNull(mediaType, "mediaType");
    requireNonNull(digest, "digest");
    urls = List.copyOf(urls);
    annotations = Map.copyOf(annotations);
    if (size < 0) {
      throw new IllegalArgumentException("size is negative: " + size);
    }
  }

  /** A descriptor with the three required parts alone. */
  public Descriptor(String mediaType, long size, Digest digest) {
    this(mediaType, size, digest, List.of(), Map.of());
  }

  /** Describes a blob as registries do: with the media type {@link #OCTET_STREAM}. */
  public static Descriptor blob(Digest digest, long size) {
    return new Descriptor(OCTET_STREAM, size, digest);
  }
}
