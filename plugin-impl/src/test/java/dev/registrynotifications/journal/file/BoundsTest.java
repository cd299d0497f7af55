package dev.registrynotifications.journal.file;

import static dev.registrynotifications.journal.file.LogFixture.PULL;
import static dev.registrynotifications.journal.file.LogFixture.PUSH;
import static dev.registrynotifications.journal.file.LogFixture.append;
import static dev.registrynotifications.journal.file.LogFixture.cursor;
import static dev.registrynotifications.journal.file.LogFixture.drain;
import static dev.registrynotifications.journal.file.LogFixture.read;
import static dev.registrynotifications.journal.file.LogFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.RecordingSubscriber;
import dev.registrynotifications.journal.StartFrom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes when, and who is told. */
class BoundsTest {

  private static final Duration RETENTION = Duration.ofHours(24);

  @TempDir private Path directory;
  private final LogFixture fixture = new LogFixture();

  @Test
  void dropsTheOldestAndCountsWhatEachEndpointLosesOfIt() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.small(directory))) {
      RecordingSubscriber all = RecordingSubscriber.ofAll();
      RecordingSubscriber pushes = RecordingSubscriber.of(PUSH::equals);
      Cursor ci = log.cursor("ci", StartFrom.LATEST, all);
      Cursor scanner = log.cursor("scanner", StartFrom.LATEST, pushes);

      for (int i = 0; i < 500; i++) {
        append(log, i % 2 == 0 ? PUSH : PULL, "event " + i);
        log.keepHouse();
        assertThat(log.status().contents().bytes()).isLessThanOrEqualTo(16_000);
      }

      List<String> left = drain(ci);
      assertThat(left).isNotEmpty().endsWith("event 499");
      assertThat(all.dropped()).isEqualTo(500 - left.size());
      List<String> leftOfPushes = drain(scanner);
      assertThat(pushes.dropped()).isEqualTo(250 - leftOfPushes.size());
      assertThat(segmentFiles()).hasSize(log.status().contents().segments());
    }
  }

  private List<Path> segmentFiles() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("segments"))) {
      return files.filter(file -> file.toString().endsWith(".log")).toList();
    }
  }

  @Test
  void showsTheReceiverExactlyWhereEventsAreMissing() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.small(directory))) {
      RecordingSubscriber pushes = RecordingSubscriber.of(PUSH::equals);
      Cursor ci = log.cursor("ci", StartFrom.LATEST, pushes);
      List<Long> wanted = new ArrayList<>();

      for (int i = 0; i < 500; i++) {
        long sequence = append(log, i % 3 == 0 ? PUSH : PULL, "event " + i);
        if (i % 3 == 0) {
          wanted.add(sequence);
        }
        log.keepHouse();
      }

      List<LoggedEvent> got = read(ci);
      int missing = wanted.size() - got.size();
      assertThat(missing).isPositive();
      assertThat(pushes.dropped()).isEqualTo(missing);
      assertThat(got.get(0).previous()).isEqualTo(wanted.get(missing - 1));
      for (int i = 1; i < got.size(); i++) {
        assertThat(got.get(i).previous()).isEqualTo(got.get(i - 1).sequence());
      }
    }
  }

  @Test
  void letsAReaderFinishWhatItHoldsWhenItsSegmentGoes() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.small(directory))) {
      RecordingSubscriber subscriber = RecordingSubscriber.ofAll();
      Cursor ci = log.cursor("ci", StartFrom.LATEST, subscriber);
      append(log, "first");
      LoggedEvent held = ci.next().orElseThrow();

      fill(log, 500);
      LoggedEvent next = ci.next().orElseThrow();

      assertThat(text(next)).isNotEqualTo("event 0");
      ci.ack(held.sequence());
      ci.ack(next.sequence());
      int left = drain(ci).size() + 2;
      ci.close();
      assertThat(subscriber.dropped()).isEqualTo(501 - left);
    }
  }

  @Test
  void countsWhatWasHeldAndIsGoneWhenTheCursorIsClosed() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.small(directory))) {
      RecordingSubscriber subscriber = RecordingSubscriber.ofAll();
      Cursor ci = log.cursor("ci", StartFrom.LATEST, subscriber);
      append(log, "first");
      assertThat(ci.next()).isPresent();
      fill(log, 500);
      long before = subscriber.dropped();

      ci.close();

      assertThat(subscriber.dropped()).isEqualTo(before + 1);
    }
  }

  @Test
  void keepsWhatEveryEndpointHasForTheRetentionAndNoLonger() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      Cursor ci = cursor(log, "ci");
      append(log, "a");
      drain(ci);

      fixture.clock.advance(RETENTION.minusSeconds(1));
      log.keepHouse();
      assertThat(log.status().contents().records()).isEqualTo(1);

      fixture.clock.advance(Duration.ofSeconds(2));
      log.keepHouse();
      assertThat(log.status().contents().records()).isZero();
      append(log, "b");
      assertThat(drain(ci)).containsExactly("b");
    }
  }

  @Test
  void keepsWhatOneEndpointHasNotGotHoweverOldItIs() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      Cursor ci = cursor(log, "ci");
      drain(cursor(log, "fast"));
      append(log, "a");

      fixture.clock.advance(RETENTION.multipliedBy(30));
      log.keepHouse();

      assertThat(drain(ci)).containsExactly("a");
    }
  }

  @Test
  void deletesNothingTooEarlyWhenTheClockGoesBack() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      Cursor ci = cursor(log, "ci");
      append(log, "a");
      fixture.clock.advance(RETENTION.multipliedBy(-2));
      append(log, "b");
      drain(ci);
      log.keepHouse();
      assertThat(log.status().contents().records()).isEqualTo(2);

      // As old as the retention by the second event's time, but not by the first one's.
      fixture.clock.advance(RETENTION.plusSeconds(1));
      log.keepHouse();

      assertThat(log.status().contents().records()).isEqualTo(2);
    }
  }

  @Test
  void isHeldBackByNobodyWhoIsNoLongerConfigured() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      cursor(log, "gone").close();
      cursor(log, "ci").close();
    }
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      Cursor ci = cursor(log, "ci");
      log.retain(Set.of("ci"));
      append(log, "a");
      drain(ci);

      fixture.clock.advance(RETENTION.plusSeconds(1));
      log.keepHouse();

      assertThat(log.status().contents().records()).isZero();
      assertThat(directory.resolve("cursors").toFile().list()).containsExactly("ci.cursor");
    }
  }

  @Test
  void isHeldBackByNobodyWhoLeavesOnlyAfterHeIsNoLongerConfigured() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      Cursor ci = cursor(log, "ci");
      Cursor late = cursor(log, "late");
      log.retain(Set.of("ci"));
      append(log, "a");
      drain(ci);

      late.close();
      fixture.clock.advance(RETENTION.plusSeconds(1));
      log.keepHouse();

      assertThat(log.status().contents().records()).isZero();
      assertThat(directory.resolve("cursors").toFile().list()).containsExactly("ci.cursor");
    }
  }

  @Test
  void isHeldBackByWhoeverIsConfiguredAgainBeforeHeHasLeft() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      Cursor back = cursor(log, "back");
      log.retain(Set.of());
      log.retain(Set.of("back"));
      append(log, "a");

      back.close();
      fixture.clock.advance(RETENTION.plusSeconds(1));
      log.keepHouse();

      assertThat(drain(cursor(log, "back"))).containsExactly("a");
    }
  }

  @Test
  void resumesAnEndpointThatIsBackInTime() throws IOException {
    removeEndpointAndAppend();
    fixture.clock.advance(RETENTION.minusSeconds(1));

    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      RecordingSubscriber subscriber = RecordingSubscriber.ofAll();
      Cursor back = log.cursor("back", StartFrom.LATEST, subscriber);
      log.keepHouse();

      assertThat(subscriber.backlog().events()).isEqualTo(1);
      assertThat(drain(back)).containsExactly("meanwhile");
    }
  }

  @Test
  void takesAnEndpointThatIsBackTooLateForANewOne() throws IOException {
    removeEndpointAndAppend();
    fixture.clock.advance(RETENTION.plusSeconds(1));

    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      Cursor back = cursor(log, "back");
      append(log, "new");

      assertThat(drain(back)).containsExactly("new");
    }
  }

  private void removeEndpointAndAppend() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      cursor(log, "back").close();
    }
    try (FileEventLog log = fixture.open(LogFixture.settings(directory))) {
      log.retain(Set.of("other"));
      cursor(log, "other").close();
      append(log, "meanwhile");
    }
  }

  @Test
  void countsABacklogFromTheIndexesAndOfDamagedIndexesFromTheEvents() throws IOException {
    fillSegments(60);
    assertThat(backlog(PUSH::equals)).isEqualTo(30);

    damageIndexes();

    assertThat(backlog(PUSH::equals)).isEqualTo(30);
    assertThat(backlog(key -> true)).isEqualTo(60);
  }

  private void fillSegments(int events) throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.small(directory))) {
      cursor(log, "ci").close();
      for (int i = 0; i < events; i++) {
        append(log, i % 2 == 0 ? PUSH : PULL, "event " + i);
        log.keepHouse();
      }
    }
  }

  private void damageIndexes() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("segments"))) {
      for (Path index : files.filter(file -> file.toString().endsWith(".keys")).toList()) {
        byte[] bytes = Files.readAllBytes(index);
        bytes[bytes.length / 3] ^= 1;
        Files.write(index, bytes);
      }
    }
  }

  private long backlog(Predicate<EventKey> by) throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.small(directory))) {
      RecordingSubscriber subscriber = RecordingSubscriber.of(by);
      Cursor cursor = log.cursor("ci", StartFrom.LATEST, subscriber);
      assertThat(subscriber.backlog().exact()).isFalse();
      assertThat(cursor.next()).isPresent();
      for (int rounds = 0; rounds < 20; rounds++) {
        log.keepHouse();
      }
      assertThat(subscriber.backlog().exact()).isTrue();
      return subscriber.backlog().events();
    }
  }

  @Test
  void countsWhatIsDroppedBeforeItWasCounted() throws IOException {
    fillSegments(60);

    try (FileEventLog log = fixture.open(LogFixture.small(directory))) {
      RecordingSubscriber subscriber = RecordingSubscriber.ofAll();
      log.cursor("ci", StartFrom.LATEST, subscriber);
      for (int i = 0; i < 500; i++) {
        append(log, "more " + i);
      }
      // One round: it rolls, counts one segment, and drops many.
      log.keepHouse();
      fill(log, 200);

      assertThat(subscriber.backlog().exact()).isTrue();
      assertThat(subscriber.backlog().events()).isEqualTo(60);
    }
  }

  private static void fill(FileEventLog log, int events) throws IOException {
    for (int i = 0; i < events; i++) {
      append(log, "event " + i);
      log.keepHouse();
    }
  }
}
