package dev.registrynotifications.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the word that was meant. A slip is a letter that is missing, too much, wrong, or changed
 * places with its neighbour; the case of letters doesn't matter. As many slips are forgiven as the
 * words are long: {@code exclude} is two away from {@code include}, and means something else.
 */
public final class Spelling {

  private static final int LONGEST = 40;
  private static final int SHORT = 3;
  private static final int LONG = 8;
  private static final int VERY_LONG = 14;

  private Spelling() {}

  /** The end of a sentence about a word that nobody knows; empty if none is near. */
  public static String suggestion(String written, Collection<String> words) {
    return nearest(written, words).map(word -> "; did you mean \"" + word + "\"?").orElse("");
  }

  /** The word that is nearest, if one is near enough; of equals the first one. */
  public static Optional<String> nearest(String written, Collection<String> words) {
    return words.stream()
        .filter(word -> isNear(written, word))
        .min(Comparator.comparingInt(word -> slips(written, word)));
  }

  /** Whether the one may be meant by the other. */
  public static boolean isNear(String written, String word) {
    int length = Math.max(written.length(), word.length());
    return length <= LONGEST
        && Math.abs(written.length() - word.length()) <= forgiven(length)
        && slips(written, word) <= forgiven(length);
  }

  private static int forgiven(int length) {
    if (length < SHORT) {
      return 0;
    }
    if (length < LONG) {
      return 1;
    }
    return length < VERY_LONG ? 2 : 3;
  }

  /**
   * How many slips are between the two: the optimal string alignment distance, by the usual table,
   * of which three rows are kept.
   */
  public static int slips(String one, String other) {
    String from = one.toLowerCase(Locale.ROOT);
    String to = other.toLowerCase(Locale.ROOT);
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
        if (isSwapped(from, i, to, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[to.length()];
  }

  private static boolean isSwapped(String from, int i, String to, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
