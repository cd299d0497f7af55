package dev.registrynotifications.registry;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The tags of one repository. Reading and setting tags are no events: a push with its tags is one
 * call of {@link ManifestService#put}.
 */
public interface TagService {

  /** The digest that the tag points at, or empty if there is no such tag. */
  Optional<Digest> get(String tag) throws IOException;

  /** Points a tag at a manifest of this repository, wherever it pointed before. */
  void tag(String tag, Digest digest) throws IOException;

  /**
   * Removes a tag; the manifest stays.
   *
   * @return whether it was there
   */
  boolean untag(String tag) throws IOException;

  /** All tags, in lexical order. */
  List<String> all() throws IOException;

  /** The tags that point at this manifest, in lexical order. */
  List<String> lookup(Digest digest) throws IOException;
}
