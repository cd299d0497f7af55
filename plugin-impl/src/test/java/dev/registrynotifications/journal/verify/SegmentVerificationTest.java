package dev.registrynotifications.journal.verify;

import static dev.registrynotifications.journal.verify.WrittenJournal.cut;
import static dev.registrynotifications.journal.verify.WrittenJournal.flip;
import static dev.registrynotifications.journal.verify.WrittenJournal.recordsIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.journal.verify.SegmentFindings.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged segments are told from those that a crash has cut short. */
class SegmentVerificationTest {

  /** So many bytes belong to the first two records. */
  private static final int TWO_RECORDS = 650;

  @TempDir private Path work;
  private WrittenJournal journal = new WrittenJournal(Path.of(""));

  @BeforeEach
  void writeAJournal() throws IOException {
    journal = WrittenJournal.in(work.resolve("journal"));
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
      assertThat(recordsIn(findings)).as("byte %d", offset).isEqualTo(29);
      Files.write(journal.segment(1), whole);
    }
  }

  @Test
  void takesARecordThatWasCutShortByACrashForNoDamage() throws IOException {
    Files.writeString(journal.directory().resolve("owner"), "process 4711, since then\n");
    cut(journal.lastSegment(), 5);

    JournalFindings findings = journal.verify();

    SegmentFindings torn = findings.segments().get(findings.segments().size() - 1);
    assertThat(findings.isDamaged()).isFalse();
    assertThat(findings.owner()).contains("process 4711, since then");
    assertThat(torn.damages()).isEmpty();
    assertThat(torn.tornBytes()).isPositive();
    assertThat(recordsIn(findings)).isEqualTo(29);
  }

  @Test
  void takesItForADamageAfterAnOrderlyStop() throws IOException {
    cut(journal.lastSegment(), 5);

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
  void findsSegmentsThatAreNotOurs() throws IOException {
    Files.write(journal.segment(1), new byte[5000]);

    SegmentFindings segment = journal.verify().segments().get(0);

    assertThat(segment.isDamaged()).isTrue();
    assertThat(segment.contents().records()).isZero();
    assertThat(segment.damages()).containsExactly(new Damage(0, 5000));
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
}
