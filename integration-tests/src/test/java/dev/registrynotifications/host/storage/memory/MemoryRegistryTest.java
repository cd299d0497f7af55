package dev.registrynotifications.host.storage.memory;

import dev.registrynotifications.host.storage.Registry;
import dev.registrynotifications.host.storage.RepositoryContract;

class MemoryRegistryTest extends RepositoryContract {

  @Override
  protected Registry open() {
    return new MemoryRegistry();
  }
}
