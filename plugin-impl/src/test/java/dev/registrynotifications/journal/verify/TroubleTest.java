package dev.registrynotifications.journal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

/** The system's exceptions are put into words. */
class TroubleTest {

  @Test
  void saysWhoseRightsAreMissing() {
    assertThat(Trouble.of(new AccessDeniedException("/var/lib/registry/segments")))
        .startsWith("this process may not read it");
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    assertThat(Trouble.of(new NoSuchFileException("/var/lib/registry/id")))
        .isEqualTo("it doesn't exist");
  }

  @Test
  void passesOnWhatTheSystemSaysWithoutTheFilesName() {
    assertThat(Trouble.of(new FileSystemException("/mnt/id", null, "Stale file handle")))
        .isEqualTo("Stale file handle");
    assertThat(Trouble.of(new IOException("Input/output error"))).isEqualTo("Input/output error");
  }

  @Test
  void admitsThatTheSystemDoesNotSayWhy() {
    assertThat(Trouble.of(new EOFException())).isEqualTo("the system doesn't say why");
  }
}
