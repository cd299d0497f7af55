package dev.registrynotifications.registry;

/**
 * One repository of a registry, and the services that work on it. The host implements it, over
 * whatever storage it has; plugins decorate it.
 *
 * <p>All services are synchronous, as those of CNCF distribution are: when a call has returned, its
 * effect can be seen by other clients. What isn't there is an empty result, not an exception; an
 * {@link java.io.IOException} is a failure of the storage.
 *
 * <p>An instance may belong to one request (that is how a plugin knows who called) or be shared;
 * the services that it hands out live as long as it does, and are as safe for use by several
 * threads as the host made them.
 */
public interface Repository {

  /** The repository's name. */
  RepositoryName name();

  /** The manifests of this repository. */
  ManifestService manifests();

  /** The blobs that can be reached through this repository. */
  BlobStore blobs();

  /** The tags of this repository. */
  TagService tags();
}
