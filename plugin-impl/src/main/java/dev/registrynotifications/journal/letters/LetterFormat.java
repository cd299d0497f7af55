package dev.registrynotifications.journal.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.registrynotifications.journal.DeadLetter;
import dev.registrynotifications.journal.LoggedEvent;
import dev.registrynotifications.journal.segment.RecordFormat;
import dev.registrynotifications.journal.segment.RecordView;
import java.time.Instant;
import java.util.Arrays;

/**
 * A dead letter as a record of the log's format: the record has the event's sequence and key, and
 * the time at which it was given up. Its payload is a line of text, {@code previous time attempts
 * status reason} with the time at which the event was appended in milliseconds, and behind it the
 * event. An empty payload says that the letter of that sequence was forgotten.
 */
final class LetterFormat {

  private static final int FIELDS = 5;

  private LetterFormat() {}

  static byte[] encode(DeadLetter letter) {
    LoggedEvent event = letter.event();
    String line =
        "%d %d %d %d %s\n"
            .formatted(
                event.previous(),
                event.time().toEpochMilli(),
                letter.attempts(),
                letter.lastStatus(),
                letter.reason());
    byte[] head = line.getBytes(UTF_8);
    byte[] payload = Arrays.copyOf(head, head.length + event.payload().length);
    System.arraycopy(event.payload(), 0, payload, head.length, event.payload().length);
    return seal(event, payload, letter.time());
  }

  static byte[] encodeForgotten(LoggedEvent event, Instant time) {
    return seal(event, new byte[0], time);
  }

  private static byte[] seal(LoggedEvent event, byte[] payload, Instant time) {
    byte[] record = RecordFormat.encode(event.key(), payload);
    RecordFormat.seal(record, event.sequence(), time.toEpochMilli());
    return record;
  }

  static DeadLetter decode(RecordView record) {
    byte[] payload = record.payload();
    int end = 0;
    while (payload[end] != '\n') {
      end++;
    }
    String[] line = new String(payload, 0, end, UTF_8).split(" ", FIELDS);
    byte[] event = Arrays.copyOfRange(payload, end + 1, payload.length);
    return new DeadLetter(
        new LoggedEvent(
            record.sequence(),
            Long.parseLong(line[0]),
            Instant.ofEpochMilli(Long.parseLong(line[1])),
            record.key(),
            event),
        Instant.ofEpochMilli(record.time()),
        Integer.parseInt(line[2]),
        Integer.parseInt(line[3]),
        line[4]);
  }
}
