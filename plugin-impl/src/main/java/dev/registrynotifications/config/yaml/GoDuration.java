package dev.registrynotifications.config.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as Go's {@code time.ParseDuration} reads them: {@code 1s}, {@code 1m30s}. */
public final class GoDuration {

  private static final Pattern PART =
      Pattern.compile("(\\d+(?:\\.\\d*)?|\\.\\d+)(ns|us|µs|μs|ms|s|m|h)");
  private static final Pattern WHOLE = Pattern.compile("[-+]?(?:" + PART.pattern() + ")+");

  private static final List<String> UNITS = List.of("h", "m", "s", "ms", "us", "ns");

  /** Nobody writes longer ones; numbers of a million digits take minutes. */
  private static final int MAX_LENGTH = 100;

  private GoDuration() {}

  /** Empty if the text is no duration, or one beyond 292 years. */
  public static Optional<Duration> parse(String text) {
    if (text.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    if (text.length() > MAX_LENGTH || !WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal nanos = BigDecimal.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      nanos = nanos.add(new BigDecimal(part.group(1)).multiply(nanosIn(part.group(2))));
    }
    BigDecimal signed = text.startsWith("-") ? nanos.negate() : nanos;
    return signed.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(signed.longValue()));
  }

  /** A duration in the largest unit that needs no fraction, as {@link #parse} reads it. */
  public static String text(Duration duration) {
    BigDecimal nanos = BigDecimal.valueOf(duration.toNanos());
    String unit =
        UNITS.stream()
            .filter(u -> nanos.remainder(nanosIn(u)).signum() == 0)
            .findFirst()
            .orElseThrow();
    return nanos.divide(nanosIn(unit)) + unit;
  }

  private static BigDecimal nanosIn(String unit) {
    return BigDecimal.valueOf(
        switch (unit) {
          case "ns" -> 1L;
          case "us", "µs", "μs" -> 1_000L;
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          case "m" -> 60_000_000_000L;
          case "h" -> 3_600_000_000_000L;
          default -> throw new IllegalArgumentException("not a unit of time: " + unit);
        });
  }
}
