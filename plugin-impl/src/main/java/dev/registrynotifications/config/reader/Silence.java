package dev.registrynotifications.config.reader;

import dev.registrynotifications.config.Spelling;
import dev.registrynotifications.config.yaml.Problems;
import dev.registrynotifications.config.yaml.YamlValue;
import dev.registrynotifications.config.yaml.YamlValue.Entry;
import dev.registrynotifications.config.yaml.YamlValue.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * Finds words for an operator who waits for events in vain. What is misspelt outside of the block
 * is never a mistake: other keys are distribution's, and those of who extends it.
 */
final class Silence {

  private static final String HOW_TO =
      "notifications.enabled: true, REGISTRY_NOTIFICATIONS_ENABLED=true or -D"
          + ConfigReader.ENABLED_PROPERTY
          + "=true";

  private final Mapping file;
  private final YamlValue block;

  /**
   * Looks at a file.
   *
   * @param file its keys
   * @param block what counts of its block, with what was laid over it
   */
  Silence(Mapping file, YamlValue block) {
    this.file = file;
    this.block = block;
  }

  /** Why notifications are off. */
  String reason() {
    Optional<YamlValue> flag =
        block instanceof Mapping mapping
            ? mapping.get(NotificationsReader.ENABLED)
            : Optional.empty();
    if (flag.isPresent()) {
      return "Notifications are off: switched off, at " + flag.get().place();
    }
    if (block.isNull()) {
      return "Notifications are off: no notifications block in " + block.place().source();
    }
    return "Notifications are off: configured but not switched on; set " + HOW_TO;
  }

  /** What was meant to be the block or the flag, if that seems to be misspelt. */
  Optional<String> misspelling() {
    if (file.get(ConfigReader.BLOCK).isEmpty()) {
      Optional<Entry> misspelt = misspelt(file, ConfigReader.BLOCK);
      if (misspelt.isPresent()) {
        return misspelt.map(entry -> words(entry, ConfigReader.BLOCK));
      }
    }
    return block instanceof Mapping mapping && mapping.get(NotificationsReader.ENABLED).isEmpty()
        ? misspelt(mapping, NotificationsReader.ENABLED)
            .map(entry -> words(entry, NotificationsReader.ENABLED))
        : Optional.empty();
  }

  private static Optional<Entry> misspelt(Mapping mapping, String key) {
    return mapping.entries().stream()
        .filter(entry -> !Spelling.suggestion(entry.key(), List.of(key)).isEmpty())
        .findFirst();
  }

  private static String words(Entry entry, String key) {
    return "Nothing is read of \"%s\" at %s%s"
        .formatted(
            Problems.shown(entry.key()),
            entry.place(),
            Spelling.suggestion(entry.key(), List.of(key)));
  }
}
