package dev.registrynotifications.journal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.journal.file.FileEventLog;
import dev.registrynotifications.journal.verify.SegmentFindings.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry goes on writing while its journal is verified. */
class UsedJournalTest {

  private static final int WRITTEN_TO = 3;

  @TempDir private Path directory;

  @Test
  void findsNoDamageInASegmentThatIsFilledWhileItIsRead() throws IOException {
    try (FileEventLog log = FileEventLog.open(WrittenJournal.settings(directory))) {
      WrittenJournal.write(log, directory);
      long before = bytesBeforeTheLast(new WrittenJournal(directory).verify());
      AtomicBoolean filled = new AtomicBoolean();

      JournalFindings findings =
          new JournalVerification(
                  directory,
                  (done, total) -> {
                    if (done > before && !filled.getAndSet(true)) {
                      WrittenJournal.fill(log, directory, WRITTEN_TO);
                    }
                  })
              .run();

      assertThat(filled).isTrue();
      assertThat(findings.isDamaged()).isFalse();
      assertThat(findings.segments().get(WRITTEN_TO - 1).keys()).isEqualTo(Keys.MISSING);
    }
  }

  @Test
  void findsNoDamageInASegmentThatIsDeletedWhileItIsRead() throws IOException {
    WrittenJournal journal = WrittenJournal.in(directory);

    JournalFindings findings =
        new JournalVerification(
                directory, (done, total) -> delete(journal.segment(1), journal.keys(1)))
            .run();

    assertThat(findings.isDamaged()).isFalse();
    assertThat(findings.segments().get(0).keys()).isEqualTo(Keys.MISSING);
  }

  private static void delete(Path... files) {
    for (Path file : files) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static long bytesBeforeTheLast(JournalFindings findings) {
    return findings.segments().stream()
        .limit(WRITTEN_TO - 1)
        .mapToLong(SegmentFindings::bytes)
        .sum();
  }
}
