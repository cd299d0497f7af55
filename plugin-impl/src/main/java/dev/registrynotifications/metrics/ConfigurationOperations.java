package dev.registrynotifications.metrics;

import java.time.Instant;
import java.util.List;

/** What the MBean of the plugin shows of its configuration, and can cause. For any thread. */
public interface ConfigurationOperations {

  /** The configuration in force as YAML, without secrets. */
  String text();

  /** The file; empty if there is none. */
  String file();

  /** When what is in force was read. */
  Instant time();

  /** Why the file isn't in force as it is now, for people; empty if it is. */
  String problems();

  /** The names of the endpoints that get events, in the order of the configuration. */
  List<String> endpoints();

  /**
   * Reads it once more, and waits until what has changed is in force.
   *
   * @return what has changed, and what should have and couldn't, in lines for people
   * @throws IllegalStateException if nothing was changed because it can't be used; the message is
   *     for operators
   */
  List<String> reload();
}
