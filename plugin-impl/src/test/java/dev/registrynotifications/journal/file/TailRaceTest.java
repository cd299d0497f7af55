package dev.registrynotifications.journal.file;

import static dev.registrynotifications.Patience.DEADLINE;
import static dev.registrynotifications.journal.file.LogFixture.append;
import static dev.registrynotifications.journal.file.LogFixture.drain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.RecordingSubscriber;
import dev.registrynotifications.journal.StartFrom;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader at the very end of the log while segments change and the memory behind them fills and
 * empties, thousands of times: every event is read or counted as dropped.
 */
class TailRaceTest {

  private static final int EVENTS = 20_000;
  private static final int LOOKS = 2_000;

  @TempDir private Path directory;
  private final LogFixture fixture = new LogFixture();
  private final RecordingSubscriber subscriber = RecordingSubscriber.ofAll();
  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void missesNothingWhereSegmentsEnd() throws Exception {
    assertReadsAll(FileEventLog::keepHouse);
  }

  @Test
  void missesNothingWhereMemoryBeginsAndEnds() throws Exception {
    assertReadsAll(
        log -> {
          fixture.disk.failWrites("full");
          fixture.disk.failWrites(null);
          log.keepHouse();
        });
  }

  /** A courier that was woken looks once: if it finds nothing, nobody wakes it again. */
  @Test
  void findsAtItsFirstLookWhatIsJustMovedFromMemoryToAFile() throws Exception {
    FileLogSettings settings = LogFixture.settings(directory);
    try (FileEventLog log = fixture.open(settings)) {
      Cursor ci = log.cursor("ci", StartFrom.LATEST, subscriber);
      for (int i = 0; i < LOOKS; i++) {
        fixture.disk.failWrites("full");
        append(log, "event " + i);
        fixture.disk.failWrites(null);
        Future<Void> recovery =
            threads.submit(
                () -> {
                  log.keepHouse();
                  return null;
                });

        LoggedEvent found = ci.next().orElseThrow();

        assertThat(LogFixture.text(found)).isEqualTo("event " + i);
        ci.ack(found.sequence());
        recovery.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
      }
    }
  }

  /** A damaged record at the end makes the reader look twice, and here something comes between. */
  @Test
  void missesNothingThatComesToASegmentBetweenTwoLooksAtItsEnd() throws IOException {
    FileLogSettings tinySegments =
        new FileLogSettings(directory, 16 * 100, Duration.ofHours(24), false, 10);
    try (FileEventLog log = fixture.open(tinySegments)) {
      Cursor ci = log.cursor("ci", StartFrom.LATEST, subscriber);
      append(log, "damaged");
      try (RandomAccessFile segment =
          new RandomAccessFile(directory.resolve("segments/0000000001.log").toFile(), "rw")) {
        segment.seek(50);
        segment.write('X');
      }
      fixture.disk.onceWhenReading(
          () -> {
            append(log, "between");
            log.keepHouse();
            append(log, "after");
            return null;
          });

      assertThat(drain(ci)).containsExactly("between", "after");
      assertThat(log.status().contents().segments()).isEqualTo(2);
    }
  }

  private void assertReadsAll(Housekeeping round) throws Exception {
    FileLogSettings tinySegments =
        new FileLogSettings(directory, 16 * 300, Duration.ofHours(24), false, 1_000_000);
    try (FileEventLog log = fixture.open(tinySegments)) {
      Cursor ci = log.cursor("ci", StartFrom.LATEST, subscriber);
      Future<Void> appends = threads.submit(appending(log));
      Future<Void> rounds = threads.submit(keepingHouse(log, round, appends));
      Set<String> got = new HashSet<>();
      while (!rounds.isDone()) {
        got.addAll(drain(ci));
      }
      rounds.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
      got.addAll(drain(ci));

      assertThat(got.size() + subscriber.dropped()).isEqualTo(EVENTS);
    }
  }

  private static Callable<Void> appending(FileEventLog log) {
    return () -> {
      for (int i = 0; i < EVENTS; i++) {
        append(log, "event " + i);
      }
      return null;
    };
  }

  private static Callable<Void> keepingHouse(
      FileEventLog log, Housekeeping round, Future<Void> appends) {
    return () -> {
      while (!appends.isDone()) {
        round.keepHouse(log);
      }
      appends.get();
      log.keepHouse();
      return null;
    };
  }

  /** One round of it. */
  @FunctionalInterface
  private interface Housekeeping {
    void keepHouse(FileEventLog log) throws IOException;
  }
}
