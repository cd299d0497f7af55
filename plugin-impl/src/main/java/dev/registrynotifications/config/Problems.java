package dev.registrynotifications.config;

import dev.registrynotifications.plugin.PluginException;
import java.util.ArrayList;
import java.util.List;

/** All mistakes of a configuration, so that an operator mends them in one go. */
final class Problems {

  private final List<String> found = new ArrayList<>();

  /** Notes a mistake; the text never holds a value that may be secret. */
  void add(Place place, String what) {
    found.add(place + ": " + what);
  }

  /** Throws one exception with all of them, numbered, if there are any. */
  void throwIfAny() {
    if (found.isEmpty()) {
      return;
    }
    StringBuilder message = new StringBuilder("Could not read the notifications configuration:");
    for (int i = 0; i < found.size(); i++) {
      message.append(System.lineSeparator()).append("  ").append(i + 1).append(". ");
      message.append(found.get(i));
    }
    throw new PluginException(message.toString(), null);
  }
}
