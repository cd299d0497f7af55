package dev.registrynotifications.bench;

import dev.registrynotifications.bench.run.WorkDirectory;
import dev.registrynotifications.journal.file.FileLogSettings;
import java.time.Duration;

/** Logs as the configuration's defaults would have them. */
final class LogSettings {

  private static final int BUFFERED_EVENTS = 10_000;

  private LogSettings() {}

  static FileLogSettings in(WorkDirectory directory, long maxBytes, boolean syncAlways) {
    return new FileLogSettings(
        directory.path(), maxBytes, Duration.ofDays(1), syncAlways, BUFFERED_EVENTS);
  }
}
