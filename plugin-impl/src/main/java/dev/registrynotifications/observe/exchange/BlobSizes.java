package dev.registrynotifications.observe.exchange;

import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.util.OptionalLong;

/**
 * How big blobs are, as far as anybody says.
 *
 * @param seen what went by earlier
 */
record BlobSizes(Seen seen) {

  /**
   * Describes a blob by the size it is told, else as seen or found out; else by another that is
   * better than none.
   */
  Descriptor described(
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
