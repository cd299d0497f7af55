package dev.registrynotifications.config.yaml;

import dev.registrynotifications.config.yaml.YamlValue.Entry;
import dev.registrynotifications.config.yaml.YamlValue.Mapping;
import dev.registrynotifications.config.yaml.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lays {@code REGISTRY_NOTIFICATIONS_…} variables over the {@code notifications:} block, as
 * distribution does: the rest of the name, cut at underscores, is the path, numbers are places in a
 * list, and the value is YAML.
 */
public final class EnvironmentOverlay {

  private static final String BLOCK = "REGISTRY_NOTIFICATIONS";
  private static final String PREFIX = BLOCK + "_";

  /** No key is deeper, and what is laid goes down by recursion. */
  private static final int MAX_STEPS = 20;

  /** Shorter paths first, so that a whole list comes before its parts; numbers by their value. */
  private static final Comparator<String> BY_PATH =
      Comparator.comparing(
          (String name) ->
              Arrays.stream(name.split("_")).map(EnvironmentOverlay::sortable).toList(),
          (left, right) ->
              Arrays.compare(left.toArray(String[]::new), right.toArray(String[]::new)));

  private final Problems problems;

  public EnvironmentOverlay(Problems problems) {
    this.problems = problems;
  }

  private static String sortable(String segment) {
    return isIndex(segment) ? "0".repeat(9 - segment.length()) + segment : segment;
  }

  private static boolean isIndex(String segment) {
    return segment.matches("\\d{1,9}");
  }

  public YamlValue apply(YamlValue block, Map<String, String> environment) {
    YamlValue result = block;
    for (Map.Entry<String, String> variable : inOrder(environment)) {
      String name = variable.getKey();
      result = lay(result, path(name), variable.getValue(), name);
    }
    return result;
  }

  private static List<String> path(String name) {
    return name.equals(BLOCK)
        ? List.of()
        : List.of(name.substring(PREFIX.length()).split("_", MAX_STEPS));
  }

  /** Lays one piece of YAML over the block; messages name its source. */
  public YamlValue lay(YamlValue block, List<String> path, String yaml, String source) {
    return YamlDocument.parse(yaml, source, problems)
        .map(value -> set(block, path, value))
        .orElse(block);
  }

  private static List<Map.Entry<String, String>> inOrder(Map<String, String> environment) {
    return environment.entrySet().stream()
        .filter(v -> v.getKey().equals(BLOCK) || v.getKey().startsWith(PREFIX))
        .sorted(Map.Entry.comparingByKey(BY_PATH))
        .toList();
  }

  private YamlValue set(YamlValue target, List<String> path, YamlValue value) {
    if (path.isEmpty()) {
      return value;
    }
    String step = path.get(0);
    List<String> rest = path.subList(1, path.size());
    return isIndex(step)
        ? setItem(target, Integer.parseInt(step), rest, value)
        : setEntry(target, step.toLowerCase(Locale.ROOT), rest, value);
  }

  private YamlValue setItem(YamlValue target, int index, List<String> rest, YamlValue value) {
    List<YamlValue> items =
        target instanceof Sequence sequence ? new ArrayList<>(sequence.items()) : new ArrayList<>();
    if (index > items.size()) {
      problems.add(
          value.place(),
          "is number "
              + index
              + " of a list of "
              + items.size()
              + "; the next one is "
              + items.size());
      return target;
    }
    if (index == items.size()) {
      items.add(new Mapping(List.of(), value.place()));
    }
    items.set(index, set(items.get(index), rest, value));
    return new Sequence(items, target.place());
  }

  private YamlValue setEntry(YamlValue target, String key, List<String> rest, YamlValue value) {
    List<Entry> entries =
        target instanceof Mapping mapping ? new ArrayList<>(mapping.entries()) : new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.key().equalsIgnoreCase(key)) {
        entries.set(i, new Entry(entry.key(), value.place(), set(entry.value(), rest, value)));
        return new Mapping(entries, target.place());
      }
    }
    YamlValue empty = new Mapping(List.of(), value.place());
    entries.add(new Entry(key, value.place(), set(empty, rest, value)));
    return new Mapping(entries, target.place());
  }
}
