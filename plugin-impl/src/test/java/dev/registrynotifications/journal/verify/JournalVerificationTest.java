package dev.registrynotifications.journal.verify;

import static dev.registrynotifications.journal.verify.WrittenJournal.cut;
import static dev.registrynotifications.journal.verify.WrittenJournal.flip;
import static dev.registrynotifications.journal.verify.WrittenJournal.recordsIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.journal.cursor.CursorSlots.Slot;
import dev.registrynotifications.journal.file.FileEventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever has happened to a journal is found, and the journal is left as it is. */
class JournalVerificationTest {

  @TempDir private Path work;
  private WrittenJournal journal = new WrittenJournal(Path.of(""));

  @BeforeEach
  void writeAJournal() throws IOException {
    journal = WrittenJournal.in(work.resolve("journal"));
  }

  @Test
  void findsAllOfAJournalThatIsWhole() throws IOException {
    JournalFindings findings = journal.verify();

    assertThat(findings.isDamaged()).isFalse();
    assertThat(findings.id()).hasValueSatisfying(id -> assertThat(id).hasSize(36));
    assertThat(findings.owner()).isEmpty();
    assertThat(findings.segments()).hasSize(3);
    assertThat(findings.segments().get(0).contents().firstSequence()).isEqualTo(1);
    assertThat(findings.segments())
        .last()
        .extracting(last -> last.contents().lastSequence())
        .isEqualTo(30L);
    assertThat(recordsIn(findings)).isEqualTo(30);
    assertThat(findings.segments())
        .allSatisfy(
            segment -> {
              assertThat(segment.bytes())
                  .isEqualTo(
                      Files.size(journal.directory().resolve("segments").resolve(segment.file())));
              assertThat(segment.tornBytes()).isZero();
            });
    assertThat(findings.cursors())
        .singleElement()
        .isEqualTo(
            new CursorFindings(
                "ci.cursor",
                List.of(Slot.GOOD, Slot.GOOD),
                Optional.of(new CursorFindings.Place(10, 0, 20)),
                Optional.empty()));
    assertThat(findings.deadLetters())
        .singleElement()
        .satisfies(
            letters -> {
              assertThat(letters.directory()).isEqualTo("ci");
              assertThat(letters.letters()).isEqualTo(2);
            });
  }

  @Test
  void changesNothing() throws IOException {
    flip(journal.segment(1), 200);
    cut(journal.lastSegment(), 5);
    flip(journal.cursor(), 100);
    flip(journal.keys(2), 10);
    Map<String, String> before = journal.contents();

    JournalFindings findings = journal.verify();

    assertThat(findings.isDamaged()).isTrue();
    assertThat(journal.contents()).isEqualTo(before);
  }

  @Test
  void findsADamagedSlotAndKnowsThePlaceByTheOther() throws IOException {
    flip(journal.cursor(), 20);

    JournalFindings findings = journal.verify();

    CursorFindings cursor = findings.cursors().get(0);
    assertThat(findings.isDamaged()).isTrue();
    assertThat(cursor.slots()).containsExactly(Slot.DAMAGED, Slot.GOOD);
    assertThat(cursor.place())
        .hasValueSatisfying(place -> assertThat(place.base()).isBetween(9L, 10L));
  }

  @Test
  void findsACursorThatIsLost() throws IOException {
    flip(journal.cursor(), 20);
    flip(journal.cursor(), 1024 + 20);

    CursorFindings cursor = journal.verify().cursors().get(0);

    assertThat(cursor.isDamaged()).isTrue();
    assertThat(cursor.slots()).containsExactly(Slot.DAMAGED, Slot.DAMAGED);
    assertThat(cursor.place()).isEmpty();
    assertThat(journal.cursor()).exists();
  }

  @Test
  void findsADamagedDeadLetter() throws IOException {
    flip(journal.directory().resolve("dead-letters/ci/0000000001.log"), 600);

    JournalFindings findings = journal.verify();

    assertThat(findings.isDamaged()).isTrue();
    assertThat(findings.deadLetters().get(0).letters()).isEqualTo(1);
    assertThat(findings.deadLetters().get(0).segments().get(0).damagedPlaces()).isEqualTo(1);
  }

  @Test
  void findsThatTheIdIsGone() throws IOException {
    Files.delete(journal.directory().resolve("id"));

    JournalFindings findings = journal.verify();

    assertThat(findings.isDamaged()).isTrue();
    assertThat(findings.id()).isEmpty();
  }

  @Test
  void readsAJournalThatIsInUse() throws IOException {
    Path directory = work.resolve("used");
    try (FileEventLog log = FileEventLog.open(WrittenJournal.settings(directory))) {
      WrittenJournal.write(log, directory);

      JournalFindings findings = new WrittenJournal(directory).verify();

      assertThat(findings.isDamaged()).isFalse();
      assertThat(findings.owner())
          .hasValueSatisfying(owner -> assertThat(owner).contains("process"));
      assertThat(recordsIn(findings)).isEqualTo(30);
      assertThat(log.status().contents().records()).isEqualTo(30);
    }
  }

  @Test
  void tellsHowFarItIs() throws IOException {
    List<Long> progress = new ArrayList<>();
    List<Long> totals = new ArrayList<>();

    new JournalVerification(
            journal.directory(),
            (done, total) -> {
              progress.add(done);
              totals.add(total);
            })
        .run();

    assertThat(progress).isSorted().last().isEqualTo(totals.get(0));
    assertThat(totals).containsOnly(totals.get(0));
  }

  @Test
  void refusesWhatIsNoJournal() {
    assertThatThrownBy(() -> new WrittenJournal(work).verify())
        .isInstanceOf(NotDirectoryException.class)
        .hasMessage(work + " is no journal's directory: that has directories segments and cursors");
    assertThatThrownBy(() -> new WrittenJournal(work.resolve("none")).verify())
        .isInstanceOf(NotDirectoryException.class)
        .hasMessage("there is no directory " + work.resolve("none"));
  }
}
