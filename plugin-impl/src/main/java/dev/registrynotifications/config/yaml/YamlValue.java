package dev.registrynotifications.config.yaml;

import java.util.List;
import java.util.Optional;

/**
 * A piece of YAML that remembers where it stood. Data binding was rejected: it stops at the first
 * mistake and forgets the place.
 */
public sealed interface YamlValue {

  Place place();

  /** What stands there, for an error message. */
  String kind();

  /** A scalar; its text is what was written, without quotes. */
  record Scalar(String text, ScalarType type, Place place) implements YamlValue {
    @Override
    public String kind() {
      return type == ScalarType.NULL ? "nothing" : "a single value";
    }
  }

  /** What YAML 1.1 takes a scalar for. */
  enum ScalarType {
    NULL,
    BOOL,
    OTHER
  }

  /** A sequence. */
  record Sequence(List<YamlValue> items, Place place) implements YamlValue {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A mapping, in the order of the file. */
  record Mapping(List<Entry> entries, Place place) implements YamlValue {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String kind() {
      return "a mapping";
    }

    public Optional<YamlValue> get(String key) {
      return entries.stream().filter(e -> e.key().equals(key)).map(Entry::value).findFirst();
    }
  }

  /** One line of a mapping. */
  record Entry(String key, Place place, YamlValue value) {}

  /** Whether it is an explicit null, or a key with nothing behind it. */
  default boolean isNull() {
    return this instanceof Scalar scalar && scalar.type() == ScalarType.NULL;
  }
}
