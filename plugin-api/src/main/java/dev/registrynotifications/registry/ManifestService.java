package dev.registrynotifications.registry;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The manifests of one repository. */
public interface ManifestService {

  /**
   * Says whether the manifest is there, and what it is, without counting as a pull: for existence
   * checks, and for conditional requests that the host answers with 304.
   */
  Optional<Descriptor> stat(Digest digest) throws IOException;

  /**
   * Reads a manifest for a client: a pull, also where the client asked for its head only.
   *
   * @return the manifest, or empty if this repository has none of that digest
   */
  Optional<Manifest> get(Digest digest) throws IOException;

  /**
   * Reads for a client the manifest that a tag points at: a pull by tag.
   *
   * @return the manifest, or empty if there is no such tag
   */
  Optional<Manifest> get(String tag) throws IOException;

  /**
   * Stores a manifest and points the tags at it, all in one call: whoever hears of the push can
   * read the manifest by each of its tags.
   *
   * @param tags the tags to set; empty for a push by digest alone
   * @throws IOException if the manifest or one of the tags wasn't stored
   */
  void put(Manifest manifest, List<String> tags) throws IOException;

  /**
   * Removes a manifest. Tags that pointed at it are the caller's to remove ({@link
   * TagService#lookup} before, {@link TagService#untag} after).
   *
   * @return whether it was there
   */
  boolean delete(Digest digest) throws IOException;
}
