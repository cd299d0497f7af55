package dev.registrynotifications.journal.file;

import static dev.registrynotifications.journal.file.LogFixture.append;
import static dev.registrynotifications.journal.file.LogFixture.cursor;
import static dev.registrynotifications.journal.file.LogFixture.drain;
import static dev.registrynotifications.journal.file.LogFixture.fromBeginning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.journal.Cursor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything after the last sync is gone: what does the log still have? */
class PowerCutTest {

  @TempDir private Path work;
  private final LogFixture fixture = new LogFixture();

  @Test
  void hasAllThatWasAcknowledgedIfAppendsWaitForTheDisk() throws IOException {
    Random random = new Random(7);
    List<String> acknowledged = new ArrayList<>();
    Path directory = work.resolve("journal");
    FileLogSettings small = LogFixture.small(directory);
    FileLogSettings always =
        new FileLogSettings(directory, 160_000, small.retention(), true, small.bufferEvents());
    try (FileEventLog log = fixture.open(always)) {
      cursor(log, "ci");
      for (int i = 0; i < 300; i++) {
        append(log, "event " + i);
        acknowledged.add("event " + i);
        if (random.nextInt(10) == 0) {
          log.keepHouse();
        }
        if (random.nextInt(20) == 0) {
          assertHas(acknowledged, work.resolve("cut" + i), always);
        }
      }
    }
  }

  private void assertHas(List<String> events, Path copy, FileLogSettings like) throws IOException {
    fixture.disk.copyAfterPowerCut(work.resolve("journal"), copy);
    FileLogSettings settings =
        new FileLogSettings(copy, like.maxBytes(), like.retention(), true, like.bufferEvents());
    try (FileEventLog log = fixture.open(settings)) {
      assertThat(drain(fromBeginning(log, "auditor"))).isEqualTo(events);
      append(log, "afterwards");
      assertThat(drain(fromBeginning(log, "second auditor"))).endsWith("afterwards");
    }
  }

  @Test
  void hasAllUpToTheLastSyncIfAppendsDoNotWait() throws IOException {
    Path cut = work.resolve("cut");
    try (FileEventLog log = fixture.open(LogFixture.settings(work.resolve("journal")))) {
      append(log, "a");
      append(log, "b");
      log.keepHouse();
      append(log, "c");
      fixture.disk.copyAfterPowerCut(work.resolve("journal"), cut);
    }

    try (FileEventLog log = fixture.open(LogFixture.settings(cut))) {
      assertThat(drain(fromBeginning(log, "ci"))).containsExactly("a", "b");
    }
  }

  @Test
  void givesNoSequenceTwiceThoughTheLogIsShorterThanItWas() throws IOException {
    Path cut = work.resolve("cut");
    long lost;
    try (FileEventLog log = fixture.open(LogFixture.settings(work.resolve("journal")))) {
      append(log, "a");
      log.keepHouse();
      lost = append(log, "delivered, but never synced");
      fixture.disk.copyAfterPowerCut(work.resolve("journal"), cut);
    }

    try (FileEventLog log = fixture.open(LogFixture.settings(cut))) {
      assertThat(append(log, "next")).isGreaterThan(lost);
    }
  }

  @Test
  void givesNoSequenceTwiceAfterStartsInBetweenThatAppendedNothing() throws IOException {
    Path cut = work.resolve("cut");
    long lost;
    try (FileEventLog log = fixture.open(LogFixture.settings(work.resolve("journal")))) {
      append(log, "a");
      log.keepHouse();
      lost = append(log, "delivered, but never synced");
      fixture.disk.copyAfterPowerCut(work.resolve("journal"), cut);
    }
    fixture.disk.failReads("input/output error");
    assertThatThrownBy(() -> fixture.open(LogFixture.settings(cut)))
        .isInstanceOf(IOException.class);
    fixture.disk.failReads(null);
    fixture.open(LogFixture.settings(cut)).close();

    try (FileEventLog log = fixture.open(LogFixture.settings(cut))) {
      assertThat(append(log, "next")).isGreaterThan(lost);
    }
  }

  @Test
  void beginsBehindACursorThatIsAheadOfTheLog() throws IOException {
    Path directory = work.resolve("journal");
    long sequence;
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      Cursor ci = cursor(log, "ci");
      sequence = append(log, "a");
      drain(ci);
    }
    Files.delete(directory.resolve("segments/0000000001.log"));

    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      Cursor ci = cursor(log, "ci");

      assertThat(append(log, "b")).isGreaterThan(sequence);
      assertThat(drain(ci)).containsExactly("b");
    }
  }

  @Test
  void goesOnWithTheNextSequenceAfterAnOrderlyEnd() throws IOException {
    Path directory = work.resolve("journal");
    long before;
    String id;
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      before = append(log, "a");
      id = log.status().id();
    }

    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      assertThat(append(log, "b")).isEqualTo(before + 1);
      assertThat(log.status().id()).isEqualTo(id);
    }
    try (FileEventLog other = fixture.open(LogFixture.settings(work.resolve("other")))) {
      assertThat(other.status().id()).isNotEqualTo(id);
    }
  }
}
