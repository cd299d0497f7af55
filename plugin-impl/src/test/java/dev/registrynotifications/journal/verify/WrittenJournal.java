package dev.registrynotifications.journal.verify;

import static dev.registrynotifications.Patience.DEADLINE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.registrynotifications.event.Action;
import dev.registrynotifications.journal.Cursor;
import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.DeadLetters;
import dev.registrynotifications.journal.EventKey;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.RecordingSubscriber;
import dev.registrynotifications.journal.StartFrom;
import dev.registrynotifications.journal.file.FileEventLog;
import dev.registrynotifications.journal.file.FileLogSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A journal's directory as a registry leaves it: thirty events in three segments, of which the
 * endpoint {@code ci} has had ten, and has two dead letters.
 */
record WrittenJournal(Path directory) {

  private static final EventKey PUSH = new EventKey(Action.PUSH, "application/x", "team/app", "v1");
  private static final int EVENTS = 30;
  private static final int MORE_THAN_A_SEGMENT = 14;
  private static final int HAD = 10;

  static WrittenJournal in(Path directory) throws IOException {
    try (FileEventLog log = FileEventLog.open(settings(directory))) {
      write(log, directory);
    }
    return new WrittenJournal(directory);
  }

  /** Segments of four thousand bytes. */
  static FileLogSettings settings(Path directory) {
    return new FileLogSettings(directory, 64_000, Duration.ofHours(24), false, 10);
  }

  static void write(FileEventLog log, Path directory) {
    Cursor ci = log.cursor("ci", StartFrom.EARLIEST, RecordingSubscriber.ofAll());
    fill(log, directory, 1);
    fill(log, directory, 2);
    append(log, EVENTS - 2 * MORE_THAN_A_SEGMENT);
    giveUp(log.deadLetters("ci"), take(ci));
  }

  /** Appends until the segment that is written to, of that ordinal, is whole and has its keys. */
  static void fill(FileEventLog log, Path directory, int ordinal) {
    append(log, MORE_THAN_A_SEGMENT);
    awaitKeys(directory, ordinal);
  }

  private static void append(FileEventLog log, int events) {
    for (int i = 0; i < events; i++) {
      log.append(PUSH, ("event " + i + " ".repeat(300)).getBytes(UTF_8));
    }
  }

  /** The log's own thread ends segments. */
  private static void awaitKeys(Path directory, int ordinal) {
    Path keys = new WrittenJournal(directory).keys(ordinal);
    await().atMost(DEADLINE).until(() -> Files.exists(keys));
  }

  private static List<LoggedEvent> take(Cursor ci) {
    List<LoggedEvent> events = new ArrayList<>();
    for (int i = 0; i < HAD; i++) {
      LoggedEvent event = ci.next().orElseThrow();
      events.add(event);
      ci.ack(event.sequence());
    }
    return events;
  }

  /** Three, of which the first is taken back. */
  private static void giveUp(DeadLetters letters, List<LoggedEvent> events) {
    for (LoggedEvent event : events.subList(0, 3)) {
      letters.add(new DeadLetter(event, event.time(), 3, 422, "it answered 422"));
    }
    letters.remove(events.get(0).sequence());
  }

  Path segment(int ordinal) {
    return directory.resolve("segments/%010d.log".formatted(ordinal));
  }

  /** The one that was written to last. */
  Path lastSegment() throws IOException {
    return segment(verify().segments().size());
  }

  Path keys(int ordinal) {
    return directory.resolve("segments/%010d.keys".formatted(ordinal));
  }

  Path cursor() {
    return directory.resolve("cursors/ci.cursor");
  }

  /** What a disk may do to one bit. */
  static void flip(Path file, int offset) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[offset] ^= 1;
    Files.write(file, bytes);
  }

  /** What is left of a file whose end never got to the disk. */
  static void cut(Path file, int bytes) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - bytes));
  }

  /** All files with their bytes, and when they were changed. */
  Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.toList()) {
        String bytes =
            Files.isDirectory(file) ? "" : HexFormat.of().formatHex(Files.readAllBytes(file));
        contents.put(
            directory.relativize(file).toString(), Files.getLastModifiedTime(file) + bytes);
      }
    }
    return contents;
  }

  JournalFindings verify() throws IOException {
    return new JournalVerification(directory, (done, total) -> {}).run();
  }

  static long recordsIn(JournalFindings findings) {
    return findings.segments().stream().mapToLong(segment -> segment.contents().records()).sum();
  }
}
