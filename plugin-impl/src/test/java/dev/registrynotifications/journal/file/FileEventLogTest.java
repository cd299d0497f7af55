package dev.registrynotifications.journal.file;

import dev.registrynotifications.journal.EventLog;
import dev.registrynotifications.journal.EventLogContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

/** The contract, on a real disk and with the thread that keeps house. */
class FileEventLogTest extends EventLogContract {

  @TempDir private Path directory;

  @Override
  protected EventLog newLog() throws IOException {
    return FileEventLog.open(
        new FileLogSettings(directory, 64 * 1024 * 1024, Duration.ofHours(1), false, 100));
  }
}
