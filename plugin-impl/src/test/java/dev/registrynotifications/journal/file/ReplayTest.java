package dev.registrynotifications.journal.file;

import static dev.registrynotifications.journal.file.LogFixture.PULL;
import static dev.registrynotifications.journal.file.LogFixture.PUSH;
import static dev.registrynotifications.journal.file.LogFixture.append;
import static dev.registrynotifications.journal.file.LogFixture.cursor;
import static dev.registrynotifications.journal.file.LogFixture.drain;
import static dev.registrynotifications.journal.file.LogFixture.read;
import static dev.registrynotifications.journal.file.LogFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.RecordingSubscriber;
import dev.registrynotifications.journal.ReplayStart;
import dev.registrynotifications.journal.StartFrom;
import dev.registrynotifications.journal.Subscriber;
import dev.registrynotifications.journal.segment.FaultyDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

  private static final Subscriber ALL = RecordingSubscriber.ofAll();

  @TempDir private Path work;
  private final LogFixture fixture = new LogFixture();

  @Test
  void readsAgainUpToTheNewestEventOfItsBeginning() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory()))) {
      Cursor ci = cursor(log, "ci");
      append(log, "a");
      long second = append(log, "b");
      append(log, "c");
      List<LoggedEvent> live = read(ci);

      Cursor replay = log.replay("ci", new ReplayStart.AtSequence(second), ALL);
      append(log, "d");
      List<LoggedEvent> again = read(replay);

      assertThat(texts(again)).containsExactly("b", "c");
      assertThat(again.get(0).sequence()).isEqualTo(second);
      assertThat(again.get(0).previous()).isEqualTo(live.get(1).previous());
      assertThat(replay.isFinished()).isFalse();
      again.forEach(event -> replay.ack(event.sequence()));
      assertThat(replay.isFinished()).isTrue();
      assertThat(texts(read(ci))).containsExactly("d");
    }
  }

  @Test
  void endsWithWhatItHasGivenOutWhenItIsCutOff() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory()))) {
      append(log, "a");
      append(log, "b");
      append(log, "c");
      Cursor replay = log.replay("ci", new ReplayStart.AtSequence(1), ALL);
      LoggedEvent first = replay.next().orElseThrow();

      replay.cutOff();

      assertThat(replay.next()).isEmpty();
      assertThat(replay.isFinished()).isFalse();
      replay.ack(first.sequence());
      assertThat(replay.isFinished()).isTrue();
      replay.close();
      assertThat(log.unfinishedReplay("ci", ALL)).isEmpty();
    }
  }

  @Test
  void goesOnAfterARestartNoFurtherThanItWasCutOff() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory()))) {
      append(log, "a");
      append(log, "b");
      append(log, "c");
      Cursor replay = log.replay("ci", new ReplayStart.AtSequence(1), ALL);
      replay.next();
      replay.cutOff();
    }

    try (FileEventLog log = fixture.open(LogFixture.settings(directory()))) {
      Cursor replay = log.unfinishedReplay("ci", ALL).orElseThrow();

      assertThat(drain(replay)).containsExactly("a");
      assertThat(replay.isFinished()).isTrue();
    }
  }

  @Test
  void isTheOnlyCursorThatCanBeCutOff() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory()))) {
      Cursor live = cursor(log, "ci");

      assertThatThrownBy(live::cutOff)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("it is no replay");
    }
  }

  @Test
  void beginsWithTheFirstEventOfATime() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory()))) {
      append(log, "a");
      fixture.clock.advance(Duration.ofMinutes(1));
      Instant since = fixture.clock.instant();
      append(log, "b");
      fixture.clock.advance(Duration.ofMinutes(1));
      append(log, "c");

      assertThat(drain(log.replay("ci", new ReplayStart.Since(since), ALL)))
          .containsExactly("b", "c");
    }
  }

  @Test
  void looksBackNoFurtherThanWhatIsLeftIfTheRestIsDroppedMeanwhile() throws IOException {
    AtomicReference<FileEventLog> full = new AtomicReference<>();
    try (FileEventLog log = fixture.open(LogFixture.small(directory()))) {
      RecordingSubscriber pushes =
          RecordingSubscriber.of(
              key -> {
                Optional.ofNullable(full.getAndSet(null)).ifPresent(ReplayTest::overflow);
                return key.equals(PUSH);
              });
      append(log, PUSH, "push");
      for (int i = 0; i < 60; i++) {
        append(log, PULL, "pull " + i);
        log.keepHouse();
      }
      full.set(log);

      Cursor replay = log.replay("ci", new ReplayStart.AtSequence(50), pushes);

      assertThat(full).hasNullValue();
      LoggedEvent first = replay.next().orElseThrow();
      assertThat(LogFixture.text(first)).isEqualTo("last");
      assertThat(first.previous()).isEqualTo(LoggedEvent.UNKNOWN);
    }
  }

  /** Appends until nothing is left of what was there. */
  private static void overflow(FileEventLog log) {
    try {
      long before = log.status().contents().lastSequence();
      while (log.status().contents().firstSequence() <= before) {
        append(log, PULL, "more");
        log.keepHouse();
      }
      append(log, PUSH, "last");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void knowsTheEventBeforeItsFirstAlsoWhenThatIsInAnotherSegment() throws IOException {
    RecordingSubscriber pushes = RecordingSubscriber.of(PUSH::equals);
    try (FileEventLog log = fixture.open(LogFixture.small(directory()))) {
      long push = append(log, PUSH, "push");
      long first = 0;
      for (int i = 0; i < 60; i++) {
        first = append(log, PULL, "pull " + i);
        log.keepHouse();
      }
      append(log, PUSH, "last");
      assertThat(log.status().contents().segments()).isGreaterThan(2);

      Cursor replay = log.replay("ci", new ReplayStart.AtSequence(first), pushes);

      assertThat(replay.next())
          .hasValueSatisfying(event -> assertThat(event.previous()).isEqualTo(push));
    }
  }

  @Test
  void saysNothingOfTheEventBeforeItsFirstWhenThatIsGone() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.small(directory()))) {
      cursor(log, "ci");
      for (int i = 0; i < 500; i++) {
        append(log, "event " + i);
        log.keepHouse();
      }

      List<LoggedEvent> replayed = read(log.replay("ci", new ReplayStart.AtSequence(1), ALL));

      assertThat(replayed.get(0).previous()).isEqualTo(LoggedEvent.UNKNOWN);
      assertThat(replayed.get(1).previous()).isEqualTo(replayed.get(0).sequence());
    }
  }

  @Test
  void refusesASecondOneOfTheSameNameUntilTheFirstIsDone() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory()))) {
      long sequence = append(log, "a");
      ReplayStart start = new ReplayStart.AtSequence(sequence);
      Cursor first = log.replay("ci", start, ALL);

      assertThatThrownBy(() -> log.replay("ci", start, ALL))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("a replay up to sequence " + sequence + " is under way");
      assertThat(drain(log.replay("scanner", start, ALL))).containsExactly("a");
      drain(first);
      first.close();

      assertThat(drain(log.replay("ci", start, ALL))).containsExactly("a");
    }
  }

  @Test
  void saysWhatThereIsWhenThereIsNothingToReplay() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory()))) {
      append(log, "a");
      append(log, "b");

      assertThatThrownBy(() -> log.replay("ci", new ReplayStart.AtSequence(3), ALL))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("from sequence 1 to 2");
      assertThat(log.unfinishedReplay("ci", ALL)).isEmpty();
    }
  }

  @Test
  void goesOnAfterACrashWithWhatWasNotAcknowledged() throws IOException {
    Path afterKill = work.resolve("killed");
    try (FileEventLog log = fixture.open(LogFixture.settings(directory()))) {
      append(log, "a");
      append(log, "b");
      append(log, "c");
      Cursor replay = log.replay("ci", new ReplayStart.AtSequence(1), ALL);
      LoggedEvent first = replay.next().orElseThrow();
      replay.ack(first.sequence());
      FaultyDisk.copyAfterKill(directory(), afterKill);
    }

    try (FileEventLog log = fixture.open(LogFixture.settings(afterKill))) {
      append(log, "new");
      Optional<Cursor> replay = log.unfinishedReplay("ci", ALL);

      assertThat(replay).isPresent();
      assertThat(drain(replay.get())).containsExactly("b", "c");
      replay.get().close();
      assertThat(log.unfinishedReplay("ci", ALL)).isEmpty();
    }
  }

  @Test
  void isFinishedThoughItsLastEventIsGoneOrForOthers() throws IOException {
    RecordingSubscriber pushes = RecordingSubscriber.of(PUSH::equals);
    try (FileEventLog log = fixture.open(LogFixture.small(directory()))) {
      append(log, PUSH, "push");
      append(log, PULL, "pull");
      Cursor others = log.replay("others", new ReplayStart.AtSequence(1), pushes);
      Cursor gone = log.replay("gone", new ReplayStart.AtSequence(1), ALL);
      assertThat(drain(others)).containsExactly("push");
      assertThat(others.isFinished()).isTrue();

      for (int i = 0; i < 500; i++) {
        append(log, "event " + i);
        log.keepHouse();
      }

      assertThat(gone.next()).isEmpty();
      assertThat(gone.isFinished()).isTrue();
    }
  }

  @Test
  void keepsWhatItHasNotReadBeyondTheRetention() throws IOException {
    try (FileEventLog log = fixture.open(LogFixture.settings(directory()))) {
      Cursor ci = log.cursor("ci", StartFrom.LATEST, ALL);
      append(log, "a");
      drain(ci);
      Cursor replay = log.replay("ci", new ReplayStart.AtSequence(1), ALL);

      fixture.clock.advance(Duration.ofDays(2));
      log.keepHouse();

      assertThat(drain(replay)).containsExactly("a");
    }
  }

  private Path directory() {
    return work.resolve("journal");
  }
}
