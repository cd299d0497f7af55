package dev.registrynotifications.endpoint.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Understands {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date in one of the three forms
 * of section 5.6.7. How much of it is believed is for those who wait.
 *
 * <p>The JDK has such a parser, but only inside of its cookies.
 */
public final class RetryAfter {

  /** As many digits as surely fit a number. */
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          withTwoDigitsOfAYear("EEEE, dd-MMM-", " HH:mm:ss 'GMT'"),
          formatter(new DateTimeFormatterBuilder().appendPattern("EEE MMM ppd HH:mm:ss uuuu")));

  private final InstantSource clock;

  public RetryAfter(InstantSource clock) {
    this.clock = clock;
  }

  /** From 1970 on: the day of the week, which is checked, is of the right century. */
  private static DateTimeFormatter withTwoDigitsOfAYear(String before, String after) {
    return formatter(
        new DateTimeFormatterBuilder()
            .appendPattern(before)
            .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
            .appendPattern(after));
  }

  private static DateTimeFormatter formatter(DateTimeFormatterBuilder builder) {
    return builder.toFormatter(Locale.US).withZone(ZoneOffset.UTC);
  }

  /** How long to wait from now on; not at all for a date in the past, empty for nonsense. */
  public Optional<Duration> read(String value) {
    String text = value.strip();
    if (SECONDS.matcher(text).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    return DATES.stream().flatMap(format -> parse(text, format).stream()).findFirst().map(this::to);
  }

  private static Optional<Instant> parse(String text, DateTimeFormatter format) {
    try {
      return Optional.of(format.parse(text, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Duration to(Instant date) {
    Duration wait = Duration.between(clock.instant(), date);
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
