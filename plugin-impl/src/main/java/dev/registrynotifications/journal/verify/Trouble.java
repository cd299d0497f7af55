package dev.registrynotifications.journal.verify;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a file can't be read, for people: the system's exceptions often say only which file. */
final class Trouble {

  private Trouble() {}

  static String of(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "this process may not read it; give its user the right to, or be the journal's user";
    }
    if (e instanceof NoSuchFileException) {
      return "it doesn't exist";
    }
    return known(e instanceof FileSystemException file ? file.getReason() : e.getMessage());
  }

  private static String known(@Nullable String reason) {
    return Objects.requireNonNullElse(reason, "the system doesn't say why");
  }
}
