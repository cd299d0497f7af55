package dev.registrynotifications.journal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What can't be read isn't missing. A link to itself can't be read by any user, where a missing
 * right is none for root.
 */
class UnreadableJournalTest {

  @TempDir private Path work;
  private WrittenJournal journal = new WrittenJournal(Path.of(""));

  @BeforeEach
  void writeAJournal() throws IOException {
    journal = WrittenJournal.in(work.resolve("journal"));
  }

  @Test
  void doesNotSayThatADirectoryIsNoJournalBecauseItCannotBeRead() throws IOException {
    Path segments = journal.directory().resolve("segments");
    Files.move(segments, work.resolve("elsewhere"));
    Files.createSymbolicLink(segments, segments);

    assertThatThrownBy(journal::verify)
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(NotDirectoryException.class)
        .hasMessageStartingWith("Could not read " + segments + ": ");
  }

  @Test
  void doesNotTakeFilesForDeletedThatCannotBeRead() throws IOException {
    Path cursor = journal.directory().resolve("cursors/unreadable.cursor");
    Files.delete(journal.segment(1));
    Files.createSymbolicLink(journal.segment(1), journal.segment(1));
    Files.createSymbolicLink(cursor, cursor);

    JournalFindings findings = journal.verify();

    assertThat(findings.segments().get(0).trouble()).isPresent();
    assertThat(findings.cursors())
        .anyMatch(found -> found.file().equals("unreadable.cursor") && found.trouble().isPresent());
    assertThat(findings.isDamaged()).isTrue();
  }

  @Test
  void doesNotTakeDeadLettersForMissingThatCannotBeRead() throws IOException {
    Path letters = journal.directory().resolve("dead-letters/unreadable");
    Files.createDirectories(letters.resolveSibling("."));
    Files.createSymbolicLink(letters, letters);

    assertThatThrownBy(journal::verify)
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Could not read " + letters + ": ");
  }

  @Test
  void doesNotTakeAnIdForMissingThatCannotBeRead() throws IOException {
    Path id = journal.directory().resolve("id");
    Files.delete(id);
    Files.createSymbolicLink(id, id);

    assertThatThrownBy(journal::verify)
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Could not read " + id + ": ");
  }
}
