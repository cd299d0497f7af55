package dev.registrynotifications.host.storage;

import dev.registrynotifications.registry.BlobStore;
import dev.registrynotifications.registry.ManifestService;
import dev.registrynotifications.registry.Repository;
import dev.registrynotifications.registry.RepositoryName;
import dev.registrynotifications.registry.TagService;

/** A repository made of the services of a storage. */
public record StoredRepository(
    RepositoryName name, ManifestService manifests, BlobStore blobs, TagService tags)
    implements Repository {}
