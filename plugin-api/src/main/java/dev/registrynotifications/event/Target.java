package dev.registrynotifications.event;

import static java.util.Objects.requireNonNull;

import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event is about. A push, pull or mount has a descriptor and a URL; a delete has the digest
 * or the tag that is gone, or neither if it was the whole repository.
 *
 * @param repository where it happened
 * @param descriptor the content that was pushed, pulled or mounted
 * @param digest the content's digest, also of what was deleted
 * @param tag the tag that was part of the request, or was deleted
 * @param fromRepository where a mounted blob came from
 * @param url where the content can be read
 * @param references what the manifest points at, if {@code events.includereferences} is set
 */
public record Target(
    RepositoryName repository,
    @Nullable Descriptor descriptor,
    @Nullable Digest digest,
    @Nullable String tag,
    @Nullable RepositoryName fromRepository,
    @Nullable URI url,
    List<Descriptor> references) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if the digest isn't that of the descriptor
   */
  public Target {
    requireNonNull(repository, "repository");
    references = List.copyOf(references);
    if (descriptor != null && !descriptor.digest().equals(digest)) {
      throw new IllegalArgumentException(
          "the digest is " + digest + ", the descriptor has " + descriptor.digest());
    }
  }
}
