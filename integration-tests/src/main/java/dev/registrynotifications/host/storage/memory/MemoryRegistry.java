package dev.registrynotifications.host.storage.memory;

import dev.registrynotifications.host.storage.Registry;
import dev.registrynotifications.host.storage.StoredRepository;
import dev.registrynotifications.registry.Repository;
import dev.registrynotifications.registry.RepositoryName;
import dev.registrynotifications.registry.RepositoryRemover;
import java.util.List;

/** Keeps everything in the heap: for tests and trials. */
public final class MemoryRegistry implements Registry {

  private final Contents contents = new Contents();
  private final MemoryUploads uploads = new MemoryUploads();

  @Override
  public Repository repository(RepositoryName name) {
    return new StoredRepository(
        name,
        new MemoryManifestService(contents, name),
        new MemoryBlobStore(contents, uploads, name),
        new MemoryTagService(contents, name));
  }

  @Override
  public boolean contains(RepositoryName name) {
    return contents.find(name).isPresent();
  }

  @Override
  public List<RepositoryName> names() {
    return contents.names();
  }

  @Override
  public RepositoryRemover remover() {
    return contents::remove;
  }

  @Override
  public void close() {}
}
