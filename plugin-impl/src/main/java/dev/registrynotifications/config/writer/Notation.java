package dev.registrynotifications.config.writer;

import dev.registrynotifications.config.Glob;
import dev.registrynotifications.config.yaml.GoDuration;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** How values are written in the file. */
final class Notation {

  private Notation() {}

  static String duration(Duration duration) {
    return duration.isZero() ? "0s" : GoDuration.text(duration);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Without a fraction if there is none in it. */
  static Number number(double number) {
    boolean isWhole = number == Math.rint(number);
    return isWhole ? new BigDecimal(number).toBigInteger() : Double.valueOf(number);
  }

  /** In an order of their own: sets have none. */
  static List<String> sorted(Collection<String> words) {
    return words.stream().sorted().toList();
  }

  static List<String> globs(List<Glob> globs) {
    return globs.stream().map(Glob::toString).toList();
  }
}
