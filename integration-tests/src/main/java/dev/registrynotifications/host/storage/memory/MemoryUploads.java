package dev.registrynotifications.host.storage.memory;

import dev.registrynotifications.host.storage.UploadBusyException;
import dev.registrynotifications.host.storage.UploadLocks;
import dev.registrynotifications.registry.RepositoryName;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The uploads in progress of all repositories. Safe for use by several threads. */
final class MemoryUploads {

  private final Map<String, Upload> byId = new ConcurrentHashMap<>();
  private final UploadLocks locks = new UploadLocks();

  /** Starts an upload, for this request to write to until {@link #release}. */
  Upload create(RepositoryName repository) throws UploadBusyException {
    Upload upload =
        new Upload(UUID.randomUUID().toString(), repository, new ByteArrayOutputStream());
    locks.acquire(upload.id());
    byId.put(upload.id(), upload);
    return upload;
  }

  /** Takes an upload of that repository up, until {@link #release}. */
  Optional<Upload> acquire(String id, RepositoryName repository) throws UploadBusyException {
    if (!isThere(id, repository)) {
      return Optional.empty();
    }
    locks.acquire(id);
    // Whoever had it may have ended it meanwhile.
    Optional<Upload> upload = Optional.ofNullable(byId.get(id));
    if (upload.isEmpty()) {
      locks.release(id);
    }
    return upload;
  }

  void end(Upload upload) {
    byId.remove(upload.id());
  }

  void release(Upload upload) {
    locks.release(upload.id());
  }

  private boolean isThere(String id, RepositoryName repository) {
    Upload upload = byId.get(id);
    return upload != null && upload.repository().equals(repository);
  }

  /** One upload; its bytes are confined to the request that has acquired it. */
  record Upload(String id, RepositoryName repository, ByteArrayOutputStream bytes) {}
}
