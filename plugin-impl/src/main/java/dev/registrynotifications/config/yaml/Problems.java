package dev.registrynotifications.config.yaml;

import dev.registrynotifications.plugin.PluginException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * All mistakes of a configuration, so that an operator mends them in one go. A file that is
 * something else altogether has any number of them: the list ends where nobody reads on, and so
 * does the search for more.
 */
public final class Problems {

  private static final int MAX_FOUND = 1_000;
  private static final int MAX_MESSAGE = 30_000;
  private static final int MAX_LINE = 2_000;
  private static final int MAX_PROBLEM = 1_000;
  private static final int MAX_QUOTED = 60;
  private static final int MAX_KEY = 40;

  /** What would break a line, or move a terminal's cursor. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private final List<Problem> found = new ArrayList<>();

  /**
   * Notes a mistake; the text never holds a value that may be secret.
   *
   * @throws PluginException if there are too many to go on
   */
  public void add(Place place, String what) {
    found.add(new Problem(place, cut(UNSEEN.matcher(what).replaceAll("…"), MAX_PROBLEM)));
    if (isFull()) {
      throwIfAny();
    }
  }

  /**
   * A key as messages show it. One with odd characters may be a forgotten blank before a value, as
   * in {@code Authorization:Bearer secret}: only its beginning is shown.
   */
  public static String shown(String key) {
    if (key.isEmpty()) {
      return "\"\"";
    }
    String beginning = beginning(key);
    return beginning.equals(key) ? cut(key, MAX_KEY) : cut(beginning, MAX_KEY - 1) + "…";
  }

  /** What a key with odd characters may have been meant to be. */
  static String beginning(String key) {
    int end = 0;
    while (end < key.length() && isPlain(key.charAt(end))) {
      end++;
    }
    return key.substring(0, end);
  }

  /** A value as messages show it, which is no secret. */
  public static String quoted(String value) {
    return '"' + cut(value, MAX_QUOTED) + '"';
  }

  /** Throws one exception with all of them, numbered, if there are any. */
  public void throwIfAny() {
    if (found.isEmpty()) {
      return;
    }
    StringBuilder message = new StringBuilder("Could not read the notifications configuration:");
    int number = 0;
    for (Problem problem : found.stream().sorted(Problem.IN_FILE_ORDER).toList()) {
      String line =
          cut("  " + (number + 1) + ". " + problem.place() + ": " + problem.what(), MAX_LINE);
      if (message.length() + line.length() > MAX_MESSAGE) {
        break;
      }
      message.append(System.lineSeparator()).append(line);
      number++;
    }
    throw new PluginException(message + more(found.size() - number), null);
  }

  private String more(int hidden) {
    String number = (isFull() ? "at least " : "") + hidden;
    return hidden == 0 ? "" : System.lineSeparator() + "  … and " + number + " more";
  }

  private boolean isFull() {
    return found.size() >= MAX_FOUND;
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  private record Problem(Place place, String what) {

    private static final Comparator<Problem> IN_FILE_ORDER =
        Comparator.comparing((Problem problem) -> problem.place().source())
            .thenComparingInt(problem -> problem.place().line())
            .thenComparingInt(problem -> problem.place().column());
  }
}
