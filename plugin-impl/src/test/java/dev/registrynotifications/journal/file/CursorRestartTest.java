package dev.registrynotifications.journal.file;

import static dev.registrynotifications.journal.file.LogFixture.append;
import static dev.registrynotifications.journal.file.LogFixture.cursor;
import static dev.registrynotifications.journal.file.LogFixture.drain;
import static dev.registrynotifications.journal.file.LogFixture.read;
import static dev.registrynotifications.journal.file.LogFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.segment.FaultyDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an endpoint has got is known after a crash; where it isn't, it gets it again. */
class CursorRestartTest {

  @TempDir private Path work;
  private final LogFixture fixture = new LogFixture();

  @Test
  void saysWhenAnEventWasAppendedAfterARestartToo() throws IOException {
    Instant time = fixture.clock.instant();
    try (FileEventLog log = fixture.open(LogFixture.settings(work.resolve("journal")))) {
      cursor(log, "ci");
      append(log, "a");
    }
    fixture.clock.advance(Duration.ofHours(1));

    try (FileEventLog log = fixture.open(LogFixture.settings(work.resolve("journal")))) {
      assertThat(cursor(log, "ci").next().orElseThrow().time()).isEqualTo(time);
    }
  }

  @Test
  void beginsAtTheOldestEventWithADamagedFile() throws IOException {
    Path directory = work.resolve("journal");
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      Cursor ci = cursor(log, "ci");
      append(log, "a");
      append(log, "b");
      assertThat(drain(ci)).hasSize(2);
    }
    byte[] zeros = new byte[2048];
    Files.write(directory.resolve("cursors/ci.cursor"), zeros);

    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      append(log, "c");

      assertThat(drain(cursor(log, "ci"))).containsExactly("a", "b", "c");
    }
  }

  @Test
  void takesAnEndpointWithoutAFileForANewOne() throws IOException {
    Path directory = work.resolve("journal");
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      cursor(log, "ci").close();
      append(log, "a");
    }
    Files.delete(directory.resolve("cursors/ci.cursor"));

    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      Cursor ci = cursor(log, "ci");
      append(log, "b");

      assertThat(drain(ci)).containsExactly("b");
    }
  }

  @Test
  void sendsAgainOnlyWhatWasInFlightWhenTheProcessWasKilled() throws IOException {
    Path directory = work.resolve("journal");
    Path afterKill = work.resolve("killed");
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      Cursor ci = cursor(log, "ci");
      for (String event : List.of("a", "b", "c", "d", "e")) {
        append(log, event);
      }
      List<LoggedEvent> events = read(ci);
      ci.ack(events.get(0).sequence());
      ci.ack(events.get(2).sequence());
      ci.ack(events.get(4).sequence());
      FaultyDisk.copyAfterKill(directory, afterKill);
    }

    try (FileEventLog log = fixture.open(LogFixture.settings(afterKill))) {
      List<LoggedEvent> again = read(cursor(log, "ci"));

      assertThat(texts(again)).containsExactly("b", "d");
      assertThat(again.get(1).previous()).isEqualTo(again.get(0).sequence() + 1);
    }
  }

  @Test
  void hasWhatWasAcknowledgedTogetherWrittenDownByOneCommit() throws IOException {
    Path directory = work.resolve("journal");
    Path before = work.resolve("killed-before");
    Path after = work.resolve("killed-after");
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      Cursor ci = cursor(log, "ci");
      for (String event : List.of("a", "b", "c")) {
        append(log, event);
      }
      read(ci).subList(0, 2).forEach(event -> ci.ackLater(event.sequence()));
      FaultyDisk.copyAfterKill(directory, before);
      ci.commit();
      FaultyDisk.copyAfterKill(directory, after);
    }

    try (FileEventLog log = fixture.open(LogFixture.settings(before))) {
      assertThat(drain(cursor(log, "ci"))).containsExactly("a", "b", "c");
    }
    try (FileEventLog log = fixture.open(LogFixture.settings(after))) {
      assertThat(drain(cursor(log, "ci"))).containsExactly("c");
    }
  }

  @Test
  void staysUsableWhileItsFileCannotBeWritten() throws IOException {
    Path directory = work.resolve("journal");
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      Cursor ci = cursor(log, "ci");
      append(log, "a");
      fixture.disk.failWrites("no space left");

      assertThat(drain(ci)).containsExactly("a");
      fixture.disk.failWrites(null);
      log.keepHouse();
    }

    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      assertThat(drain(cursor(log, "ci"))).isEmpty();
    }
  }

  @Test
  void tellsNamesOfAnyKindApart() throws IOException {
    String longName = "x".repeat(300);
    List<String> names =
        List.of(
            "ci",
            "CI",
            "a/b",
            "a:b",
            "a*b",
            "a,b",
            "a=b",
            "\"a'b\"",
            "..",
            "ü",
            longName,
            longName + "y",
            "%61");
    Path directory = work.resolve("journal");
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      append(log, "event");
      for (String name : names) {
        LogFixture.fromBeginning(log, name).close();
      }
      Cursor one = cursor(log, names.get(0));
      drain(one);
    }

    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      assertThat(drain(cursor(log, names.get(0)))).isEmpty();
      for (String name : names.subList(1, names.size())) {
        assertThat(drain(cursor(log, name))).as(name).containsExactly("event");
      }
    }
    assertThat(directory.resolve("cursors").toFile().list()).hasSize(names.size());
    assertThat(Arrays.stream(work.toFile().list())).containsExactly("journal");
  }
}
