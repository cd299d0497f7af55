package dev.registrynotifications.cli.connect;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A name that was typed, and that no endpoint has. */
record UnknownName(String name, List<String> known) {

  private static final int MAX_SHOWN = 10;

  /** What is wrong, and what could have been meant, the likeliest first. */
  String message() {
    return "There is no endpoint " + name + "; " + others();
  }

  private String others() {
    if (known.isEmpty()) {
      return "there are none at all";
    }
    String more = known.size() > MAX_SHOWN ? " and " + (known.size() - MAX_SHOWN) + " more" : "";
    return known.stream()
        .sorted(Comparator.comparingInt(this::distance))
        .limit(MAX_SHOWN)
        .collect(Collectors.joining(", ", known.size() == 1 ? "there is " : "there are ", more));
  }

  /** How many letters must be added, left out or changed. */
  private int distance(String other) {
    int[] before = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= name.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = name.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(before[j - 1] + change, 1 + Math.min(before[j], row[j - 1]));
      }
      before = row;
    }
    return before[other.length()];
  }
}
