package dev.registrynotifications.config.yaml;

import dev.registrynotifications.config.Spelling;
import dev.registrynotifications.config.yaml.YamlValue.Entry;
import dev.registrynotifications.config.yaml.YamlValue.Mapping;
import dev.registrynotifications.config.yaml.YamlValue.Scalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the values of one mapping by their keys, and knows which keys nobody has asked for. Lower
 * case throughout will do, as distribution spells its keys: a variable of the environment can say
 * no more.
 */
final class Keys {

  private final Map<String, Entry> entries = new HashMap<>();
  private final List<Entry> inOrder;
  private final Set<String> known = new TreeSet<>();
  private final Set<String> asked = new HashSet<>();
  private final Map<String, String> taken = new HashMap<>();

  Keys(Mapping mapping) {
    this.inOrder = mapping.entries();
    inOrder.forEach(entry -> entries.put(entry.key(), entry));
  }

  /** What stands behind a key; empty if that is nothing. */
  Optional<YamlValue> value(String key) {
    String spelling = spelling(key);
    known.add(key);
    asked.add(spelling);
    return Optional.ofNullable(entries.get(spelling))
        .map(Entry::value)
        .filter(value -> !value.isNull());
  }

  /**
   * What stands behind a key that has more below it. If it is absent, what stands behind the one
   * misspelling of it: that the key isn't known should not hide the mistakes below.
   */
  Optional<YamlValue> structure(String key) {
    Optional<YamlValue> value = value(key);
    return entries.containsKey(spelling(key)) ? value : misspelt(key);
  }

  /** Those that nobody has asked for. */
  List<Entry> unasked() {
    return inOrder.stream().filter(entry -> !asked.contains(entry.key())).toList();
  }

  /** What to write instead of a key that nobody knows. */
  String insteadOf(String key) {
    return Spelling.nearest(Problems.beginning(key), known)
        .map(nearest -> "did you mean \"" + nearest + "\"? The keys here are " + known)
        .orElse("the keys here are " + known);
  }

  private String spelling(String key) {
    return entries.containsKey(key) ? key : key.toLowerCase(Locale.ROOT);
  }

  private Optional<YamlValue> misspelt(String key) {
    List<Entry> near =
        unasked().stream()
            .filter(entry -> !(entry.value() instanceof Scalar))
            .filter(entry -> Spelling.isNear(entry.key(), key))
            .toList();
    return near.size() == 1 && isFree(near.get(0).key(), key)
        ? Optional.of(near.get(0).value())
        : Optional.empty();
  }

  /** One misspelling stands for one key, however often that is asked for. */
  private boolean isFree(String written, String key) {
    return taken.computeIfAbsent(written, free -> key).equals(key);
  }
}
