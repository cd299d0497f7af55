package dev.registrynotifications.config.yaml;

import dev.registrynotifications.plugin.PluginException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All mistakes of a configuration, so that an operator mends them in one go. */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  /** Notes a mistake; the text never holds a value that may be secret. */
  public void add(Place place, String what) {
    found.add(new Problem(place, what));
  }

  /**
   * A key as messages show it. One with odd characters may be a forgotten blank before a value, as
   * in {@code Authorization:Bearer secret}: only its beginning is shown.
   */
  public static String shown(String key) {
    String beginning = key.replaceFirst("(?s)[^A-Za-z0-9_-].*", "");
    return beginning.equals(key) ? key : beginning + "…";
  }

  /** Throws one exception with all of them, numbered, if there are any. */
  public void throwIfAny() {
    if (found.isEmpty()) {
      return;
    }
    StringBuilder message = new StringBuilder("Could not read the notifications configuration:");
    int number = 0;
    for (Problem problem : found.stream().sorted(Problem.IN_FILE_ORDER).toList()) {
      message.append(System.lineSeparator()).append("  ").append(++number).append(". ");
      message.append(problem.place()).append(": ").append(problem.what());
    }
    throw new PluginException(message.toString(), null);
  }

  private record Problem(Place place, String what) {

    private static final Comparator<Problem> IN_FILE_ORDER =
        Comparator.comparing((Problem problem) -> problem.place().source())
            .thenComparingInt(problem -> problem.place().line())
            .thenComparingInt(problem -> problem.place().column());
  }
}
