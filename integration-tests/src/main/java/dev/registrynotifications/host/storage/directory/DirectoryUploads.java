package dev.registrynotifications.host.storage.directory;

import dev.registrynotifications.host.storage.UploadBusyException;
import dev.registrynotifications.host.storage.UploadLocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;

/** The uploads in progress of one repository, a file each. */
final class DirectoryUploads {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Path directory;
  private final UploadLocks locks;

  DirectoryUploads(Path directory, UploadLocks locks) {
    this.directory = directory;
    this.locks = locks;
  }

  /** Starts an upload, for this request to write to until {@link #release}. */
  String create() throws IOException {
    String id = UUID.randomUUID().toString();
    Files.createDirectories(directory);
    Files.createFile(file(id));
    locks.acquire(id);
    return id;
  }

  /**
   * Takes an upload up, until {@link #release}.
   *
   * @return whether it is there
   */
  boolean acquire(String id) throws UploadBusyException {
    if (!isThere(id)) {
      return false;
    }
    locks.acquire(id);
    // Whoever had it may have ended it meanwhile.
    if (!isThere(id)) {
      locks.release(id);
      return false;
    }
    return true;
  }

  void release(String id) {
    locks.release(id);
  }

  /** Where the bytes received are. */
  Path file(String id) {
    return directory.resolve(id);
  }

  private boolean isThere(String id) {
    return ID.matcher(id).matches() && Files.exists(file(id));
  }
}
