package dev.registrynotifications.cli.text;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Amounts for people: no more than two figures of each, with their units. */
public final class Amount {

  private static final List<String> SIZES = List.of("KiB", "MiB", "GiB", "TiB");
  private static final double STEP = 1024;
  private static final long MILLIS_IN_SECOND = 1_000;
  private static final long MAX_SECONDS = Integer.MAX_VALUE;

  private Amount() {}

  /** A size, for example {@code 1.5 GiB}. */
  public static String size(long bytes) {
    if (bytes < STEP) {
      return bytes + " B";
    }
    double amount = bytes / STEP;
    int unit = 0;
    while (amount >= STEP && unit < SIZES.size() - 1) {
      amount /= STEP;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", amount, SIZES.get(unit));
  }

  /** A duration in its two largest units, for example {@code 3 m 12 s}. */
  public static String duration(Duration duration) {
    if (duration.toDays() > 0) {
      return pair(duration.toDays(), "d", duration.toHoursPart(), "h");
    }
    if (duration.toHours() > 0) {
      return pair(duration.toHours(), "h", duration.toMinutesPart(), "m");
    }
    if (duration.toMinutes() > 0) {
      return pair(duration.toMinutes(), "m", duration.toSecondsPart(), "s");
    }
    return duration.toSeconds() > 0 || duration.isZero()
        ? duration.toSeconds() + " s"
        : Math.max(1, duration.toMillis()) + " ms";
  }

  /** The same of seconds, as JMX gives them. */
  public static String seconds(double seconds) {
    double bounded = Math.max(0, Math.min(seconds, MAX_SECONDS));
    return duration(Duration.ofMillis((long) (bounded * MILLIS_IN_SECOND)));
  }

  /** A short duration of milliseconds, as JMX gives it: {@code 1.5 ms} or {@code 12 s}. */
  public static String millis(double millis) {
    return millis < MILLIS_IN_SECOND
        ? String.format(Locale.ROOT, "%.1f ms", millis)
        : seconds(millis / MILLIS_IN_SECOND);
  }

  /** How many of a thing, for example {@code 1 event} or {@code 2 events}. */
  public static String count(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  private static String pair(long large, String largeUnit, int small, String smallUnit) {
    String rest = small == 0 ? "" : " " + small + " " + smallUnit;
    return large + " " + largeUnit + rest;
  }
}
