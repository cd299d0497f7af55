package dev.registrynotifications.cli.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A time for people, to the second; scripts get it as JMX has it. */
public final class Moment {

  private Moment() {}

  /** Shortens ISO 8601; what isn't a time stays as it is. */
  public static String of(String time) {
    try {
      return Instant.parse(time).truncatedTo(ChronoUnit.SECONDS).toString();
    } catch (DateTimeException e) {
      return time;
    }
  }
}
