package dev.registrynotifications.journal.file;

import java.io.IOException;
import java.nio.file.Path;

/** A journal's directory belongs to somebody else at the moment. */
final class DirectoryInUseException extends IOException {

  private static final long serialVersionUID = 1L;

  DirectoryInUseException(Path directory, String owner) {
    super("another registry has it: " + owner + "; give each one a directory of its own");
  }
}
