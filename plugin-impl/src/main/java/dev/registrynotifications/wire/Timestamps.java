package dev.registrynotifications.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Timestamps as Go's {@code time.RFC3339Nano} prints them, in UTC: no zeros at the end. Safe for
 * use by several threads.
 *
 * <p>The last second's text is kept, for most events come in the same second as the one before: to
 * format a date takes a fifth of an event's whole encoding.
 */
final class Timestamps {

  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private static final int NANOS = 1_000_000_000;

  private static volatile Second last = Second.of(0);

  private Timestamps() {}

  /** A second since 1970, and its text. */
  private record Second(long epoch, String text) {

    static Second of(long epoch) {
      return new Second(epoch, TO_THE_SECOND.format(Instant.ofEpochSecond(epoch)));
    }
  }

  static String print(Instant instant) {
    return second(instant.getEpochSecond()).text() + fraction(instant.getNano()) + 'Z';
  }

  private static Second second(long epoch) {
    Second known = last;
    if (known.epoch() == epoch) {
      return known;
    }
    Second second = Second.of(epoch);
    last = second;
    return second;
  }

  /** The digits behind the point, with it; nothing if all of them are zeros. */
  private static String fraction(int nanos) {
    if (nanos == 0) {
      return "";
    }
    // The leading 1 keeps the zeros at the beginning, and makes room for the point.
    String digits = Integer.toString(NANOS + nanos);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return '.' + digits.substring(1, end);
  }
}
