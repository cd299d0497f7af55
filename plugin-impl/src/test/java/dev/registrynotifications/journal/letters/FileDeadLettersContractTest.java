package dev.registrynotifications.journal.letters;

import dev.registrynotifications.journal.DeadLetters;
import dev.registrynotifications.journal.DeadLettersContract;
import dev.registrynotifications.journal.segment.DamageListener;
import dev.registrynotifications.journal.segment.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

/** The contract, on a real disk. */
class FileDeadLettersContractTest extends DeadLettersContract {

  @TempDir private Path directory;

  @Override
  protected DeadLetters newLetters() throws IOException {
    return FileDeadLetters.open(
        Disk.ofOperatingSystem(),
        directory,
        "ci",
        1024 * 1024,
        InstantSource.system(),
        DamageListener.NONE);
  }
}
