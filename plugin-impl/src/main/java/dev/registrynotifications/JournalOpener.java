package dev.registrynotifications;

import dev.registrynotifications.config.JournalConfig;
import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.file.FileEventLog;
import dev.registrynotifications.journal.file.FileLogSettings;
import dev.registrynotifications.plugin.PluginException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.time.InstantSource;

/** Opens the journal that the configuration asks for. */
record JournalOpener(JournalConfig config) {

  /**
   * Opens it.
   *
   * @throws PluginException if its directory can't be used; the message names the key
   */
  EventLog open() {
    if (config.type() == JournalConfig.Type.MEMORY) {
      return EventLog.inMemory(config.maxBytes(), InstantSource.system());
    }
    try {
      return FileEventLog.open(settings());
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** What to tell an operator when a file of the journal can't be used. */
  PluginException unusable(IOException failure) {
    return new PluginException(
        "Could not use the directory %s for the journal (notifications.journal.path): %s"
            .formatted(config.path(), reason(failure)),
        failure);
  }

  private FileLogSettings settings() {
    return new FileLogSettings(
        config.path(),
        config.maxBytes(),
        config.retention(),
        config.fsync() == JournalConfig.Fsync.ALWAYS,
        config.bufferEvents());
  }

  /** Exceptions of the file system have a file's name as their message, and often no more. */
  private static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException denied) {
      return "permission denied for " + denied.getFile();
    }
    if (failure instanceof FileSystemException file && file.getReason() == null) {
      return file.getClass().getSimpleName().replace("Exception", "") + " " + file.getFile();
    }
    return String.valueOf(failure.getMessage());
  }
}
