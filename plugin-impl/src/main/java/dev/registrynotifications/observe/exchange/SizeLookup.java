package dev.registrynotifications.observe.exchange;

import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.util.OptionalLong;

/** Finds out how big a blob is that nothing seen so far tells of. */
@FunctionalInterface
public interface SizeLookup {

  /** Knows nothing. */
  SizeLookup NONE = (repository, digest) -> OptionalLong.empty();

  /** The blob's size in bytes; empty if it can't be found out. Takes seconds at the most. */
  OptionalLong sizeOf(RepositoryName repository, Digest digest);

  /** The same, but that it asks another repository, too, if the first doesn't tell. */
  default SizeLookup or(RepositoryName other) {
    return (repository, digest) -> {
      OptionalLong found = sizeOf(repository, digest);
      return found.isPresent() ? found : sizeOf(other, digest);
    };
  }
}
