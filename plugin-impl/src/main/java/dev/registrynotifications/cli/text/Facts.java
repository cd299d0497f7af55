package dev.registrynotifications.cli.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is to be said of one thing: a line each, with a label before it. */
public final class Facts {

  private static final String GAP = "  ";

  private final Map<String, String> values = new LinkedHashMap<>();

  /** Adds a line. */
  public Facts add(String label, Object value) {
    values.put(label, Cell.plain(String.valueOf(value)));
    return this;
  }

  /** Adds a line, unless there is nothing to say. */
  public Facts addIfAny(String label, String value) {
    return value.isEmpty() ? this : add(label, value);
  }

  /** Its lines. Values are never cut: they are what was asked for. */
  List<String> lines() {
    int width = values.keySet().stream().mapToInt(String::length).max().orElse(0);
    return values.entrySet().stream()
        .map(fact -> Cell.pad(fact.getKey(), width, false) + GAP + fact.getValue())
        .map(String::stripTrailing)
        .toList();
  }
}
