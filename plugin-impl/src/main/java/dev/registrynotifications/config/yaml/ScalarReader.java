package dev.registrynotifications.config.yaml;

import dev.registrynotifications.config.Glob;
import dev.registrynotifications.config.Spelling;
import dev.registrynotifications.config.yaml.YamlValue.Scalar;
import dev.registrynotifications.config.yaml.YamlValue.ScalarType;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads one scalar as what its key wants, and says what is wrong with it. Empty means the default:
 * because of a mistake, which is told, or because the value asks for it.
 */
final class ScalarReader {

  private static final Set<String> TRUE = Set.of("true", "yes", "on", "y");
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d*)?");
  private static final Pattern BARE_NUMBER = Pattern.compile("\\d{1,18}");

  /** The engine behind globs compiles anything, in memory that grows with it. */
  private static final int MAX_GLOB_LENGTH = 1_024;

  private final Scalar scalar;
  private final Consumer<String> mistakes;

  /**
   * Reads a scalar.
   *
   * @param mistakes told what is wrong and what to write instead, to follow the name of the key
   */
  ScalarReader(Scalar scalar, Consumer<String> mistakes) {
    this.scalar = scalar;
    this.mistakes = mistakes;
  }

  Optional<Boolean> bool() {
    if (scalar.type() != ScalarType.BOOL) {
      mistakes.accept("must be true or false" + butIs() + orRather(List.of("true", "false")));
      return Optional.empty();
    }
    return Optional.of(TRUE.contains(scalar.text().toLowerCase(Locale.ROOT)));
  }

  /** A whole number up to a maximum; empty for zero and below, as in distribution. */
  Optional<Integer> positive(int maximum) {
    try {
      int number = Integer.parseInt(scalar.text());
      if (number > maximum) {
        mistakes.accept("must be at most " + maximum + butIs());
      }
      return Optional.of(number).filter(n -> n > 0 && n <= maximum);
    } catch (NumberFormatException e) {
      mistakes.accept("must be a whole number" + butIs());
      return Optional.empty();
    }
  }

  /** A number of 1 or more, perhaps with a fraction. */
  Optional<Double> factor() {
    Optional<Double> factor =
        Optional.of(scalar.text())
            .filter(text -> NUMBER.matcher(text).matches())
            .map(Double::valueOf)
            .filter(number -> number >= 1 && Double.isFinite(number));
    if (factor.isEmpty()) {
      mistakes.accept("must be a number of 1 or more, such as \"2\" or \"1.5\"" + butIs());
    }
    return factor;
  }

  /** A pattern for names. */
  Optional<Glob> glob() {
    String text = scalar.text();
    if (text.length() > MAX_GLOB_LENGTH) {
      mistakes.accept(
          "has %s, which is longer than %d characters"
              .formatted(Problems.quoted(text), MAX_GLOB_LENGTH));
      return Optional.empty();
    }
    try {
      return Optional.of(Glob.parse(text));
    } catch (PatternSyntaxException e) {
      mistakes.accept("has " + Problems.quoted(text) + ", which is no glob: " + e.getDescription());
      return Optional.empty();
    }
  }

  /** A duration with its unit; empty for zero and below, as in distribution. */
  Optional<Duration> duration() {
    String text = scalar.text();
    Optional<Duration> duration = GoDuration.parse(text);
    if (duration.isEmpty()) {
      mistakes.accept(
          isBareNumber()
              ? "has no unit (distribution would read nanoseconds); write "
                  + "\"%1$sms\" or \"%1$ss\"".formatted(text)
              : "must be a duration such as \"500ms\", \"1s\" or \"1m30s\"" + butIs());
    }
    return duration.filter(d -> !d.isNegative() && !d.isZero());
  }

  /** A size with its unit, in bytes, of a minimum. */
  Optional<Long> size(long minimum) {
    Optional<Long> size = ByteSize.parse(scalar.text());
    if (size.isEmpty()) {
      mistakes.accept(
          isBareNumber()
              ? "has no unit; write \"%1$sB\" or \"%1$sMiB\"".formatted(scalar.text())
              : "must be a size such as \"64MiB\" or \"1GiB\"" + butIs());
    } else if (size.get() < minimum) {
      mistakes.accept("must be at least " + ByteSize.text(minimum) + butIs());
    }
    return size.filter(bytes -> bytes >= minimum);
  }

  /** One of a few words: the names of the constants, in lower case. */
  <E extends Enum<E>> Optional<E> oneOf(Class<E> words) {
    Map<String, E> constants = new LinkedHashMap<>();
    for (E constant : EnumSet.allOf(words)) {
      constants.put(constant.name().toLowerCase(Locale.ROOT), constant);
    }
    Optional<E> chosen = Optional.ofNullable(constants.get(scalar.text()));
    if (chosen.isEmpty()) {
      mistakes.accept(
          "must be "
              + String.join(" or ", constants.keySet())
              + butIs()
              + orRather(constants.keySet()));
    }
    return chosen;
  }

  private boolean isBareNumber() {
    return BARE_NUMBER.matcher(scalar.text()).matches();
  }

  private String butIs() {
    return ", not " + Problems.quoted(scalar.text());
  }

  private String orRather(Collection<String> words) {
    return Spelling.suggestion(scalar.text(), words);
  }
}
