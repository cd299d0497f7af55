package dev.registrynotifications.host.storage;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives an upload to one request at a time.
 *
 * <p>Otherwise a request that a client gave up, still writing, could append to a blob after another
 * request has hashed it.
 */
public final class UploadLocks {

  private final Set<String> held = ConcurrentHashMap.newKeySet();

  /**
   * Takes the upload until {@link #release}.
   *
   * @throws UploadBusyException if another request has it: a client must wait for its own request
   */
  public void acquire(String id) throws UploadBusyException {
    if (!held.add(id)) {
      throw new UploadBusyException(id);
    }
  }

  /** Lets the next request have the upload. */
  public void release(String id) {
    held.remove(id);
  }
}
