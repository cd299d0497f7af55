package dev.registrynotifications.journal.file;

import static dev.registrynotifications.journal.file.LogFixture.append;
import static dev.registrynotifications.journal.file.LogFixture.cursor;
import static dev.registrynotifications.journal.file.LogFixture.drain;
import static dev.registrynotifications.journal.file.LogFixture.fromBeginning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.LogFullException;
import dev.registrynotifications.journal.LogListener;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.RecordingSubscriber;
import dev.registrynotifications.journal.StartFrom;
import dev.registrynotifications.journal.segment.FaultyDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full or fails: appends go on, and nothing is lost that was taken. */
class DiskFailureTest {

  @TempDir private Path work;
  private final LogFixture fixture = new LogFixture();

  @Test
  void takesEventsIntoMemoryAndGivesThemToReadersInOrder() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory()))) {
      Cursor ci = cursor(log, "ci");
      append(log, "before");
      fixture.disk.failWrites("no space left on device");
      append(log, "first");
      append(log, "second");

      assertThat(log.status().trouble()).contains("no space left on device");
      assertThat(log.status().contents().buffered()).isEqualTo(2);
      assertThat(log.status().contents().records()).isEqualTo(3);
      assertThat(drain(ci)).containsExactly("before", "first", "second");
    }
  }

  @Test
  void writesThemWhenTheDiskIsBack() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory()))) {
      Cursor slow = cursor(log, "slow");
      append(log, "before");
      fixture.disk.failWrites("no space left on device");
      append(log, "meanwhile");
      log.keepHouse();
      assertThat(log.status().trouble()).isPresent();

      fixture.disk.failWrites(null);
      log.keepHouse();

      assertThat(log.status().trouble()).isEmpty();
      assertThat(log.status().contents().buffered()).isZero();
      append(log, "after");
      assertThat(drain(slow)).containsExactly("before", "meanwhile", "after");
    }
    assertReopensWith("before", "meanwhile", "after");
  }

  @Test
  void tellsWhoListensOnceEach() throws IOException {
    List<String> heard = new ArrayList<>();
    try (FileEventLog log = fixture.open(LogFixture.settings(directory()))) {
      log.listen(
          new LogListener() {
            @Override
            public void onFailing(String why) {
              heard.add(why);
            }

            @Override
            public void onRecovered() {
              heard.add("recovered");
            }
          });
      fixture.disk.failWrites("no space left on device");
      append(log, "meanwhile");
      log.keepHouse();
      log.keepHouse();
      fixture.disk.failWrites(null);
      log.keepHouse();
      log.keepHouse();
    }

    assertThat(heard).containsExactly("no space left on device", "recovered");
  }

  @Test
  void showsHowLongItTakesToForceTheDisk() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory()))) {
      append(log, "a");
      log.keepHouse();

      assertThat(log.status().syncs().count()).isPositive();
    }
  }

  @Test
  void leavesDeadLettersOutOfHowLongItTakesToForceEvents() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory()))) {
      long before = log.status().syncs().count();
      int syncs = fixture.disk.syncs();

      LoggedEvent event = new LoggedEvent(1, 0, Instant.EPOCH, LogFixture.PUSH, new byte[0]);
      log.deadLetters("ci").add(new DeadLetter(event, Instant.EPOCH, 3, 422, "a test's"));

      assertThat(fixture.disk.syncs()).isGreaterThan(syncs);
      assertThat(log.status().syncs().count()).isEqualTo(before);
    }
  }

  @Test
  void givesNoEventTwiceToAReaderThatWasInMemory() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory()))) {
      Cursor ci = cursor(log, "ci");
      fixture.disk.failWrites("full");
      append(log, "a");
      append(log, "b");
      assertThat(LogFixture.text(ci.next().orElseThrow())).isEqualTo("a");

      fixture.disk.failWrites(null);
      log.keepHouse();
      append(log, "c");

      assertThat(drain(ci)).containsExactly("b", "c");
    }
  }

  @Test
  void readsOnThoughTheSegmentThatItHasOpenCameToNothing() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory()))) {
      Cursor ci = cursor(log, "ci");
      append(log, "before");
      fixture.disk.failWrites("no space left on device");
      append(log, "meanwhile");
      List<String> got = new ArrayList<>();
      // While the log tries to recover it has a new segment, which it gives up again.
      fixture.disk.whenSyncing(() -> got.addAll(drain(ci)));
      log.keepHouse();
      fixture.disk.whenSyncing(() -> {});
      assertThat(got).containsExactly("before", "meanwhile");

      fixture.disk.failWrites(null);
      log.keepHouse();
      append(log, "after");

      assertThat(drain(ci)).containsExactly("after");
    }
  }

  @Test
  void passesOverHalfAnEventThatCouldNotBeTakenBack() throws IOException {
    fixture.disk.leaveHalfWrites();
    try (FileEventLog log = fixture.open(LogFixture.settings(directory()))) {
      append(log, "before");
      fixture.disk.failWrites("input/output error");
      append(log, "meanwhile");
      fixture.disk.failWrites(null);
      log.keepHouse();
      append(log, "after");
      assertThat(drain(fromBeginning(log, "live"))).containsExactly("before", "meanwhile", "after");
    }
    assertReopensWith("before", "meanwhile", "after");
  }

  @Test
  void refusesOnlyWhatItsMemoryCannotHold() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.small(directory()))) {
      Cursor ci = cursor(log, "ci");
      fixture.disk.failWrites("full");
      for (int i = 0; i < 10; i++) {
        append(log, "event " + i);
      }

      assertThatThrownBy(() -> append(log, "too much"))
          .isInstanceOf(LogFullException.class)
          .hasMessageContaining("full")
          .hasMessageContaining("10 events");
      fixture.disk.failWrites(null);
      log.keepHouse();
      append(log, "again");

      assertThat(drain(ci)).hasSize(11).endsWith("event 9", "again");
    }
  }

  @Test
  void comesThroughADiskThatFailsAgainWhileItIsWritten() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory()))) {
      Cursor ci = cursor(log, "ci");
      for (int round = 0; round < 5; round++) {
        fixture.disk.failWrites("full");
        append(log, "event " + round);
        log.keepHouse();
        fixture.disk.failWrites(null);
        fixture.disk.failSyncs(round % 2 == 0 ? "input/output error" : null);
        log.keepHouse();
      }
      fixture.disk.failSyncs(null);
      log.keepHouse();
      log.keepHouse();

      assertThat(log.status().trouble()).isEmpty();
      assertThat(drain(ci)).containsExactly("event 0", "event 1", "event 2", "event 3", "event 4");
    }
  }

  @Test
  void leavesNothingBehindWhileSyncsFailForLong() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.small(directory()))) {
      RecordingSubscriber subscriber = RecordingSubscriber.ofAll();
      Cursor ci = log.cursor("ci", StartFrom.LATEST, subscriber);
      append(log, "kept");
      fixture.disk.failSyncs("input/output error");

      for (int rounds = 0; rounds < 100; rounds++) {
        log.keepHouse();
      }
      assertThat(log.status().contents().segments()).isLessThanOrEqualTo(2);
      assertThat(fixture.disk.openFiles()).isLessThan(10);
      fixture.disk.failSyncs(null);
      log.keepHouse();

      assertThat(log.status().trouble()).isEmpty();
      assertThat(subscriber.dropped()).isZero();
      assertThat(drain(ci)).containsExactly("kept");
    }
  }

  @Test
  void makesRoomInMemoryByWhatEverybodyHas() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.small(directory()))) {
      Cursor ci = cursor(log, "ci");
      fixture.disk.failWrites("full");

      for (int i = 0; i < 50; i++) {
        append(log, "event " + i);
        assertThat(drain(ci)).containsExactly("event " + i);
        log.keepHouse();
      }

      assertThat(log.status().contents().buffered()).isLessThan(10);
    }
  }

  @Test
  void writesAgainWhatAFailedSyncMayHaveLost() throws IOException {
    Path afterCut = work.resolve("cut");
    try (FileEventLog log = fixture.open(LogFixture.syncAlways(directory()))) {
      append(log, "before");
      fixture.disk.failSyncs("input/output error");
      append(log, "during");
      assertThat(log.status().trouble()).contains("input/output error");

      fixture.disk.failSyncs(null);
      log.keepHouse();

      assertThat(log.status().trouble()).isEmpty();
      assertThat(drain(fromBeginning(log, "live"))).containsExactly("before", "during");
      fixture.disk.copyAfterPowerCut(directory(), afterCut);
    }
    try (FileEventLog log = fixture.open(LogFixture.syncAlways(afterCut))) {
      assertThat(drain(fromBeginning(log, "ci"))).containsExactly("before", "during");
    }
  }

  @Test
  void tellsAReaderThatTheDiskCannotBeReadAndReadsOnLater() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory()))) {
      Cursor ci = cursor(log, "ci");
      append(log, "a");
      fixture.disk.failReads("input/output error");

      assertThatThrownBy(ci::next)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("input/output error");
      fixture.disk.failReads(null);

      assertThat(drain(ci)).containsExactly("a");
    }
  }

  @Test
  void growsOnWhenNoNewSegmentCanBeMade() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.small(directory()))) {
      Cursor ci = cursor(log, "ci");
      for (int i = 0; i < 30; i++) {
        append(log, "event " + i);
      }
      fixture.disk.failNewFiles("no space left on device");
      log.keepHouse();
      fixture.disk.failNewFiles(null);
      append(log, "more");
      assertThat(log.status().trouble()).isEmpty();

      assertThat(drain(ci)).hasSize(31).endsWith("more");
    }
  }

  @Test
  void writesWhatIsInMemoryWhenItIsClosed() throws IOException {
    FileEventLog log = fixture.open(LogFixture.settings(directory()));
    fixture.disk.failWrites("full");
    append(log, "late");
    fixture.disk.failWrites(null);

    log.close();

    assertReopensWith("late");
  }

  @Test
  void keepsNothingFromTheNextStartIfItCannotBeWrittenAtItsEnd() throws IOException {
    FileEventLog log = fixture.open(LogFixture.settings(directory()));
    append(log, "kept");
    fixture.disk.failWrites("full");
    append(log, "lost");

    log.close();
    fixture.disk.failWrites(null);

    assertReopensWith("kept");
  }

  private void assertReopensWith(String... events) throws IOException {
    Path afterKill = work.resolve("reopened");
    FaultyDisk.copyAfterKill(directory(), afterKill);
    try (FileEventLog log = fixture.open(LogFixture.settings(afterKill))) {
      assertThat(drain(fromBeginning(log, "reopened"))).containsExactly(events);
    }
  }

  private Path directory() {
    return work.resolve("journal");
  }
}
