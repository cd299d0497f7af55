package dev.registrynotifications.config.yaml;

import java.util.Optional;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/**
 * Looks through a document before it is put together, and finds the first thing in it that would
 * take too much. The parser's own bounds tell no places, and it has none for the number of values,
 * each of which takes some hundred bytes.
 */
final class YamlBounds {

  /** The parser and its callers go down by recursion, on the stack of a server's thread. */
  static final int MAX_DEPTH = 200;

  static final int MAX_ALIASES = 1_000;

  /** Of all values in a file, whoever reads them. */
  static final int MAX_WEIGHT = 1024 * 1024;

  private final String source;
  private int documents;
  private int depth;
  private int aliases;
  private int weight;

  YamlBounds(String source) {
    this.source = source;
  }

  /** What a value weighs: its characters, and so many more for what is kept about it. */
  static int weight(String text) {
    return 20 + text.length();
  }

  Optional<YamlMistake> mistake(Parser events) {
    while (events.peekEvent() != null) {
      Event event = events.getEvent();
      Optional<String> mistake = mistake(event);
      if (mistake.isPresent()) {
        Place place = Place.of(source, event.getStartMark());
        return Optional.of(new YamlMistake(place, mistake.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> mistake(Event event) {
    count(event);
    if (documents > 1) {
      return Optional.of("begins a second document; a configuration is one, so leave out the ---");
    }
    if (depth > MAX_DEPTH) {
      return Optional.of("is nested more than " + MAX_DEPTH + " deep");
    }
    if (aliases > MAX_ALIASES) {
      return Optional.of("is one alias more than " + MAX_ALIASES);
    }
    return weight > MAX_WEIGHT
        ? Optional.of("there are too many values before this one; some hundred are usual")
        : Optional.empty();
  }

  private void count(Event event) {
    if (event instanceof DocumentStartEvent) {
      documents++;
    } else if (event instanceof CollectionStartEvent) {
      depth++;
    } else if (event instanceof CollectionEndEvent) {
      depth--;
    } else if (event instanceof AliasEvent) {
      aliases++;
    }
    if (event instanceof NodeEvent) {
      weight += weight(event instanceof ScalarEvent scalar ? scalar.getValue() : "");
    }
  }
}
