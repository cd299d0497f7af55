package dev.registrynotifications.reload;

import dev.registrynotifications.config.NotificationsConfig;
import java.time.Instant;
import java.util.List;

/**
 * What the plugin runs by.
 *
 * @param config the configuration
 * @param time when it was read
 * @param mistakes what is wrong with what the file says now; empty if nothing is
 * @param waiting keys that the file has changed, and that count from the next start
 */
record InForce(NotificationsConfig config, Instant time, String mistakes, List<String> waiting) {

  InForce {
    waiting = List.copyOf(waiting);
  }

  /** Why what the file says isn't in force; empty if it is. */
  String problems() {
    if (!mistakes.isEmpty()) {
      return mistakes;
    }
    return waiting.isEmpty() ? "" : countFromNextStart(waiting);
  }

  static String countFromNextStart(List<String> keys) {
    return "Changes of these keys count from the next start: " + String.join(", ", keys);
  }

  /** The same, beside a file that says something else now. */
  InForce with(String newMistakes, List<String> newWaiting) {
    return new InForce(config, time, newMistakes, newWaiting);
  }
}
