package dev.registrynotifications.journal.verify;

import static dev.registrynotifications.journal.verify.WrittenJournal.flip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.journal.cursor.CursorSlots.Slot;
import dev.registrynotifications.journal.file.FileEventLog;
import dev.registrynotifications.journal.verify.SegmentFindings.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever has happened to a journal is found, and the journal is left as it is. */
class JournalVerificationTest {

  /** So many bytes belong to the first two records. */
  private static final int TWO_RECORDS = 650;

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
    assertThat(records(findings)).isEqualTo(30);
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
    cut(journal.segment(last()), 5);
    flip(journal.cursor(), 100);
    flip(journal.keys(2), 10);
    Map<String, String> before = journal.contents();

    JournalFindings findings = journal.verify();

    assertThat(findings.isDamaged()).isTrue();
    assertThat(journal.contents()).isEqualTo(before);
  }

  @Test
  void findsAWrongByteInARecordWhereverItIs() throws IOException {
    byte[] whole = Files.readAllBytes(journal.segment(1));
    for (int offset = 0; offset < TWO_RECORDS; offset++) {
      flip(journal.segment(1), offset);
      int wrong = offset;

      JournalFindings findings = journal.verify();

      SegmentFindings segment = findings.segments().get(0);
      assertThat(findings.isDamaged()).as("byte %d", offset).isTrue();
      assertThat(segment.damagedPlaces()).as("byte %d", offset).isEqualTo(1);
      assertThat(segment.damages())
          .as("byte %d", offset)
          .singleElement()
          .satisfies(
              damage ->
                  assertThat((long) wrong)
                      .isBetween(damage.offset(), damage.offset() + damage.bytes() - 1));
      assertThat(records(findings)).as("byte %d", offset).isEqualTo(29);
      Files.write(journal.segment(1), whole);
    }
  }

  @Test
  void takesARecordThatWasCutShortByACrashForNoDamage() throws IOException {
    Files.writeString(journal.directory().resolve("owner"), "process 4711, since then\n");
    cut(journal.segment(last()), 5);

    JournalFindings findings = journal.verify();

    SegmentFindings torn = findings.segments().get(findings.segments().size() - 1);
    assertThat(findings.isDamaged()).isFalse();
    assertThat(findings.owner()).contains("process 4711, since then");
    assertThat(torn.damages()).isEmpty();
    assertThat(torn.tornBytes()).isPositive();
    assertThat(records(findings)).isEqualTo(29);
  }

  @Test
  void takesItForADamageAfterAnOrderlyStop() throws IOException {
    cut(journal.segment(last()), 5);

    JournalFindings findings = journal.verify();

    assertThat(findings.isDamaged()).isTrue();
    assertThat(findings.segments()).last().extracting(SegmentFindings::damagedPlaces).isEqualTo(1L);
  }

  @Test
  void findsThatAWholeSegmentWasCut() throws IOException {
    Files.writeString(journal.directory().resolve("owner"), "process 4711, since then\n");
    cut(journal.segment(1), 5);

    SegmentFindings cut = journal.verify().segments().get(0);

    assertThat(cut.isDamaged()).isTrue();
    assertThat(cut.tornBytes()).isZero();
  }

  @Test
  void doesNotMindMissingKeys() throws IOException {
    Files.delete(journal.keys(1));

    JournalFindings findings = journal.verify();

    assertThat(findings.isDamaged()).isFalse();
    assertThat(findings.segments().get(0).keys()).isEqualTo(Keys.MISSING);
    assertThat(findings.segments().get(1).keys()).isEqualTo(Keys.GOOD);
    assertThat(journal.keys(1)).doesNotExist();
  }

  @Test
  void findsAWrongByteInTheKeysWhereverItIs() throws IOException {
    byte[] whole = Files.readAllBytes(journal.keys(1));
    for (int offset = 0; offset < whole.length; offset++) {
      flip(journal.keys(1), offset);

      SegmentFindings segment = journal.verify().segments().get(0);

      assertThat(segment.keys()).as("byte %d", offset).isEqualTo(Keys.DAMAGED);
      assertThat(segment.damagedPlaces()).as("byte %d", offset).isZero();
      Files.write(journal.keys(1), whole);
    }
  }

  @Test
  void findsKeysOfAnotherSegment() throws IOException {
    Files.copy(journal.keys(2), journal.keys(1), StandardCopyOption.REPLACE_EXISTING);

    assertThat(journal.verify().segments().get(0).keys()).isEqualTo(Keys.DAMAGED);
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
  void findsSegmentsThatAreNotOurs() throws IOException {
    Files.write(journal.segment(1), new byte[5000]);

    SegmentFindings segment = journal.verify().segments().get(0);

    assertThat(segment.isDamaged()).isTrue();
    assertThat(segment.contents().records()).isZero();
    assertThat(segment.damages()).containsExactly(new Damage(0, 5000));
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
      assertThat(records(findings)).isEqualTo(30);
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

  private int last() throws IOException {
    return journal.verify().segments().size();
  }

  private static long records(JournalFindings findings) {
    return findings.segments().stream().mapToLong(segment -> segment.contents().records()).sum();
  }

  private static void cut(Path file, int bytes) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - bytes));
  }
}
