package dev.registrynotifications.journal.file;

import static dev.registrynotifications.journal.file.LogFixture.PULL;
import static dev.registrynotifications.journal.file.LogFixture.PUSH;
import static dev.registrynotifications.journal.file.LogFixture.append;
import static org.assertj.core.api.Assertions.assertThat;

import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.RecordingSubscriber;
import dev.registrynotifications.journal.StartFrom;
import dev.registrynotifications.journal.segment.FaultyDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random operations against a model that only knows what was appended: three subscribers of
 * different taste, several events in flight, acknowledged in any order, amid kills, stops, a disk
 * that is full now and then, and segments that come and go.
 */
class LogSimulationTest {

  private static final int STEPS = 1_500;

  @TempDir private Path work;
  private final LogFixture fixture = new LogFixture();
  private final TreeMap<Long, EventKey> appended = new TreeMap<>();
  private final List<Reader> readers = new ArrayList<>();
  private int runs;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void losesNothingThroughKillsAndFullDisks(long seed) throws IOException {
    Random random = new Random(seed);
    FileEventLog log = start(1024 * 1024);
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(40)) {
        case 0 -> log.keepHouse();
        case 1 -> fixture.disk.failWrites(random.nextBoolean() ? "full" : null);
        case 2 -> fixture.disk.failSyncs(random.nextInt(4) == 0 ? "input/output error" : null);
        case 3 -> fixture.clock.advance(Duration.ofSeconds(random.nextInt(100) - 20));
        case 4 -> log = restart(log, random.nextBoolean());
        default -> appendOrRead(log, random);
      }
    }
    mend(log);
    readers.forEach(Reader::finish);
    log.close();

    for (Reader reader : readers) {
      assertThat(reader.acked).isEqualTo(reader.wanted());
      assertThat(reader.subscriber.dropped()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void countsExactlyWhatDoesNotFit(long seed) throws IOException {
    Random random = new Random(seed);
    FileEventLog log = start(16_000);
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(40)) {
        case 0, 1, 2 -> log.keepHouse();
        case 3 -> log = restart(log, false);
        default -> appendOrRead(log, random);
      }
    }
    readers.forEach(Reader::finish);
    log.close();

    for (Reader reader : readers) {
      assertThat(reader.acked.size() + reader.subscriber.dropped())
          .isEqualTo(reader.wanted().size());
    }
    assertThat(readers.stream().mapToLong(reader -> reader.subscriber.dropped()).sum())
        .isPositive();
  }

  private FileEventLog start(long maxBytes) throws IOException {
    readers.add(new Reader("all", RecordingSubscriber.ofAll()));
    readers.add(new Reader("pushes", RecordingSubscriber.of(PUSH::equals)));
    readers.add(new Reader("pulls", RecordingSubscriber.of(PULL::equals)));
    return open(work.resolve("run0"), maxBytes);
  }

  private FileEventLog open(Path directory, long maxBytes) throws IOException {
    FileEventLog log =
        fixture.open(
            new FileLogSettings(directory, maxBytes, Duration.ofHours(24), false, 1_000_000));
    readers.forEach(reader -> reader.open(log));
    return log;
  }

  private void appendOrRead(FileEventLog log, Random random) {
    if (random.nextInt(3) == 0) {
      EventKey key = random.nextBoolean() ? PUSH : PULL;
      appended.put(append(log, key, "event " + "x".repeat(random.nextInt(100))), key);
    } else {
      readers.get(random.nextInt(readers.size())).step(random);
    }
  }

  private FileEventLog restart(FileEventLog log, boolean kill) throws IOException {
    mend(log);
    long maxBytes = log.status().contents().maxBytes();
    Path before = work.resolve("run" + runs);
    Path after = work.resolve("run" + ++runs);
    if (kill) {
      FaultyDisk.copyAfterKill(before, after);
      log.close();
    } else {
      readers.forEach(reader -> reader.cursor.close());
      log.close();
      FaultyDisk.copyAfterKill(before, after);
    }
    return open(after, maxBytes);
  }

  private void mend(FileEventLog log) throws IOException {
    fixture.disk.failWrites(null);
    fixture.disk.failSyncs(null);
    for (int rounds = 0; rounds < 3; rounds++) {
      log.keepHouse();
    }
    assertThat(log.status().trouble()).isEmpty();
  }

  /** One subscriber with several events in flight. */
  private final class Reader {

    private final String name;
    private final RecordingSubscriber subscriber;
    private final TreeSet<Long> acked = new TreeSet<>();
    private final List<Long> inFlight = new ArrayList<>();
    private Cursor cursor;
    private long last;

    @SuppressWarnings("NullAway.Init") // Opened right after.
    Reader(String name, RecordingSubscriber subscriber) {
      this.name = name;
      this.subscriber = subscriber;
    }

    void open(FileEventLog log) {
      inFlight.clear();
      last = 0;
      cursor = log.cursor(name, StartFrom.LATEST, subscriber);
    }

    NavigableSet<Long> wanted() {
      TreeSet<Long> wanted = new TreeSet<>();
      appended.forEach(
          (sequence, key) -> {
            if (subscriber.matches(key)) {
              wanted.add(sequence);
            }
          });
      return wanted;
    }

    void step(Random random) {
      if (random.nextBoolean() || inFlight.isEmpty()) {
        cursor.next().ifPresent(this::take);
      } else {
        ack(inFlight.remove(random.nextInt(inFlight.size())));
      }
    }

    private void take(LoggedEvent event) {
      long sequence = event.sequence();
      assertThat(appended).containsEntry(sequence, event.key());
      assertThat(sequence).isGreaterThan(last);
      assertThat(acked).doesNotContain(sequence);
      assertThat(event.previous()).isEqualTo(lastWantedBefore(sequence));
      last = sequence;
      inFlight.add(sequence);
    }

    private long lastWantedBefore(long sequence) {
      return appended.headMap(sequence, false).descendingMap().entrySet().stream()
          .filter(entry -> subscriber.matches(entry.getValue()))
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse(0L);
    }

    private void ack(long sequence) {
      cursor.ack(sequence);
      acked.add(sequence);
    }

    void finish() {
      inFlight.forEach(this::ack);
      for (Optional<LoggedEvent> next = cursor.next(); next.isPresent(); next = cursor.next()) {
        take(next.get());
        ack(next.get().sequence());
      }
      cursor.close();
    }
  }
}
