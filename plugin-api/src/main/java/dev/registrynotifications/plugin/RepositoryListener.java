package dev.registrynotifications.plugin;

import dev.registrynotifications.registry.Descriptor;
import dev.registrynotifications.registry.Digest;
import dev.registrynotifications.registry.RepositoryName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears what happened to repositories during one request, after it took effect.
 *
 * <p>Called on the request's thread. An implementation returns fast and never throws: the registry
 * goes on with the request once it returns.
 */
public interface RepositoryListener {

  /**
   * A manifest was stored.
   *
   * @param references what it points at; empty if the caller doesn't know
   * @param tags the tags it got; empty for a push by digest alone
   */
  void manifestPushed(
      RepositoryName repository,
      Descriptor manifest,
      List<Descriptor> references,
      List<String> tags);

  /**
   * A manifest was read, or its head.
   *
   * @param references what it points at; empty if the caller doesn't know
   * @param tag the tag it was read by; null if it was read by digest
   */
  void manifestPulled(
      RepositoryName repository,
      Descriptor manifest,
      List<Descriptor> references,
      @Nullable String tag);

  /** A manifest was removed. */
  void manifestDeleted(RepositoryName repository, Digest digest);

  /** A blob was stored. */
  void blobPushed(RepositoryName repository, Descriptor blob);

  /** A blob was read, or a part or the head of it. */
  void blobPulled(RepositoryName repository, Descriptor blob);

  /**
   * A blob of another repository was made available in this one.
   *
   * @param from the other repository
   */
  void blobMounted(RepositoryName repository, Descriptor blob, RepositoryName from);

  /** A blob was removed. */
  void blobDeleted(RepositoryName repository, Digest digest);

  /** A tag was removed. */
  void tagDeleted(RepositoryName repository, String tag);

  /** A repository was removed. */
  void repositoryDeleted(RepositoryName repository);
}
