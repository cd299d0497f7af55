package dev.registrynotifications.cli.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time that was typed: as ISO 8601, or as how long ago it was. */
public final class TimeArgument implements ITypeConverter<Instant> {

  private static final Pattern AGO =
      Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?");

  private final InstantSource clock;

  /** Reads it by that clock. */
  public TimeArgument(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Instant convert(String text) {
    return ago(text)
        .or(() -> iso(text))
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "\""
                        + text
                        + "\" is no time: write it like 2026-11-24T08:30:00Z, or how long ago it"
                        + " was, like 2h, 30m or 1d12h"));
  }

  private Optional<Instant> ago(String text) {
    Matcher parts = AGO.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      return Optional.empty();
    }
    Duration back =
        Duration.ofDays(number(parts, 1))
            .plusHours(number(parts, 2))
            .plusMinutes(number(parts, 3))
            .plusSeconds(number(parts, 4));
    return Optional.of(clock.instant().minus(back));
  }

  private static long number(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
  }

  private static Optional<Instant> iso(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
