package dev.registrynotifications.cli.connect;

import dev.registrynotifications.config.Spelling;
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
        .sorted(Comparator.comparingInt(other -> Spelling.slips(name, other)))
        .limit(MAX_SHOWN)
        .collect(Collectors.joining(", ", known.size() == 1 ? "there is " : "there are ", more));
  }
}
