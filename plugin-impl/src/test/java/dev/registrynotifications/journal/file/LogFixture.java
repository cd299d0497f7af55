package dev.registrynotifications.journal.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.ManualClock;
import dev.registrynotifications.journal.RecordingSubscriber;
import dev.registrynotifications.journal.StartFrom;
import dev.registrynotifications.journal.segment.FaultyDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Logs for tests, whose house nobody keeps unless a test does, and what to do with them. */
final class LogFixture {

  static final EventKey PUSH = new EventKey(Action.PUSH, "application/x", "team/app", "v1");
  static final EventKey PULL = new EventKey(Action.PULL, "application/x", "team/app", "");

  final FaultyDisk disk = new FaultyDisk();
  final ManualClock clock = new ManualClock();

  static FileLogSettings settings(Path directory) {
    return new FileLogSettings(directory, 1024 * 1024, Duration.ofHours(24), false, 100);
  }

  static FileLogSettings syncAlways(Path directory) {
    return new FileLogSettings(directory, 1024 * 1024, Duration.ofHours(24), true, 100);
  }

  /** A log with segments of a thousand bytes, sixteen of them. */
  static FileLogSettings small(Path directory) {
    return new FileLogSettings(directory, 16_000, Duration.ofHours(24), false, 10);
  }

  FileEventLog open(FileLogSettings settings) throws IOException {
    return new FileLogOpener(disk, clock).open(settings);
  }

  static long append(FileEventLog log, String payload) {
    return log.append(PUSH, payload.getBytes(UTF_8));
  }

  static long append(FileEventLog log, EventKey key, String payload) {
    return log.append(key, payload.getBytes(UTF_8));
  }

  static Cursor cursor(FileEventLog log, String name) {
    return log.cursor(name, StartFrom.LATEST, RecordingSubscriber.ofAll());
  }

  static Cursor fromBeginning(FileEventLog log, String name) {
    return log.cursor(name, StartFrom.EARLIEST, RecordingSubscriber.ofAll());
  }

  /** Reads and acknowledges all there is, one after the other. */
  static List<String> drain(Cursor cursor) {
    List<String> payloads = new ArrayList<>();
    for (Optional<LoggedEvent> next = cursor.next(); next.isPresent(); next = cursor.next()) {
      payloads.add(text(next.get()));
      cursor.ack(next.get().sequence());
    }
    return payloads;
  }

  /** Reads what can be read without an acknowledgement. */
  static List<LoggedEvent> read(Cursor cursor) {
    List<LoggedEvent> events = new ArrayList<>();
    for (Optional<LoggedEvent> next = cursor.next(); next.isPresent(); next = cursor.next()) {
      events.add(next.get());
    }
    return events;
  }

  static String text(LoggedEvent event) {
    return new String(event.payload(), UTF_8);
  }

  static List<String> texts(List<LoggedEvent> events) {
    return events.stream().map(LogFixture::text).toList();
  }
}
