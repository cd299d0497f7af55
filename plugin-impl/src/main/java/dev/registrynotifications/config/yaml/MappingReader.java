package dev.registrynotifications.config.yaml;

import dev.registrynotifications.config.Glob;
import dev.registrynotifications.config.yaml.YamlValue.Entry;
import dev.registrynotifications.config.yaml.YamlValue.Mapping;
import dev.registrynotifications.config.yaml.YamlValue.Scalar;
import dev.registrynotifications.config.yaml.YamlValue.Sequence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the keys of one mapping by their types, and notes what doesn't fit. A key that is missing,
 * or has nothing behind it, gives the default; so does one with a mistake, which is noted.
 */
public final class MappingReader {

  private final Mapping mapping;
  private final String path;
  private final Problems problems;
  private final Keys keys;

  /**
   * Reads a mapping.
   *
   * @param path how messages name it, as in {@code notifications.endpoints[0]}
   */
  public MappingReader(Mapping mapping, String path, Problems problems) {
    this.mapping = mapping;
    this.path = path;
    this.problems = problems;
    this.keys = new Keys(mapping);
  }

  /** Reads whatever value it is; anything but a mapping is noted and read as an empty one. */
  public static MappingReader of(YamlValue value, String path, Problems problems) {
    if (value instanceof Mapping mapping) {
      return new MappingReader(mapping, path, problems);
    }
    if (!value.isNull()) {
      problems.add(value.place(), path + " must be a mapping, not " + value.kind());
    }
    return new MappingReader(new Mapping(List.of(), value.place()), path, problems);
  }

  public Place place() {
    return mapping.place();
  }

  public void problem(Place place, String key, String what) {
    problems.add(place, path + "." + Problems.shown(key) + " " + what);
  }

  /** Notes what it is told as mistakes of a key. */
  public Consumer<String> noting(String key, Place place) {
    return what -> problem(place, key, what);
  }

  public Optional<YamlValue> value(String key) {
    return keys.value(key);
  }

  public MappingReader mapping(String key) {
    return mappingIfPresent(key)
        .orElseGet(() -> of(new Mapping(List.of(), place()), path + "." + key, problems));
  }

  /** A mapping that says something by being there. */
  public Optional<MappingReader> mappingIfPresent(String key) {
    return keys.structure(key).map(value -> of(value, path + "." + key, problems));
  }

  public List<MappingReader> mappings(String key) {
    List<MappingReader> readers = new ArrayList<>();
    for (YamlValue item : items(key)) {
      readers.add(of(item, path + "." + key + "[" + readers.size() + "]", problems));
    }
    return readers;
  }

  public Optional<Scalar> scalar(String key) {
    Optional<YamlValue> value = value(key);
    if (value.isPresent() && !(value.get() instanceof Scalar)) {
      problem(value.get().place(), key, "must be a single value, not " + value.get().kind());
    }
    return value.filter(Scalar.class::isInstance).map(Scalar.class::cast);
  }

  public boolean bool(String key, boolean byDefault) {
    return reader(key).flatMap(ScalarReader::bool).orElse(byDefault);
  }

  /** A whole number; zero and below mean the default, as in distribution. */
  public int positive(String key, int byDefault) {
    return positive(key).orElse(byDefault);
  }

  /** A whole number up to a maximum; zero and below mean the default. */
  public int positive(String key, int byDefault, int maximum) {
    return reader(key).flatMap(scalar -> scalar.positive(maximum)).orElse(byDefault);
  }

  /** A whole number; zero and below mean none. */
  public Optional<Integer> positive(String key) {
    return reader(key).flatMap(scalar -> scalar.positive(Integer.MAX_VALUE));
  }

  /** A number by which something grows: 1 or more. */
  public double factor(String key, double byDefault) {
    return reader(key).flatMap(ScalarReader::factor).orElse(byDefault);
  }

  /** A duration with its unit; zero and below mean the default, as in distribution. */
  public Duration duration(String key, Duration byDefault) {
    return duration(key).orElse(byDefault);
  }

  /** A duration with its unit; zero and below mean none. */
  public Optional<Duration> duration(String key) {
    return reader(key).flatMap(ScalarReader::duration);
  }

  /** A size with its unit, in bytes, of a minimum. */
  public long size(String key, long byDefault, long minimum) {
    return reader(key).flatMap(scalar -> scalar.size(minimum)).orElse(byDefault);
  }

  /** One of a few words: the names of the default's kin, in lower case. */
  public <E extends Enum<E>> E oneOf(String key, E byDefault) {
    return reader(key)
        .flatMap(scalar -> scalar.oneOf(byDefault.getDeclaringClass()))
        .orElse(byDefault);
  }

  /** A list of texts. */
  public List<String> texts(String key) {
    return scalars(key).stream().map(Scalar::text).toList();
  }

  /** A list of globs; those that are none are noted and left out. */
  public List<Glob> globs(String key) {
    return scalars(key).stream()
        .flatMap(s -> new ScalarReader(s, noting(key, s.place())).glob().stream())
        .toList();
  }

  /** A list of texts, with their places. */
  public List<Scalar> scalars(String key) {
    List<Scalar> scalars = new ArrayList<>();
    for (YamlValue item : items(key)) {
      if (item instanceof Scalar scalar) {
        scalars.add(scalar);
      } else {
        problem(item.place(), key, "must be a list of single values, not of " + item.kind());
      }
    }
    return scalars;
  }

  public List<Entry> entries() {
    return mapping.entries();
  }

  /** Notes every key that nobody asked for. To be called last. */
  public void rejectUnknownKeys() {
    for (Entry entry : keys.unasked()) {
      problem(entry.place(), entry.key(), "isn't known; " + keys.insteadOf(entry.key()));
    }
  }

  /** A list; a single value counts as a list of one, for those who forget the dash. */
  private List<YamlValue> items(String key) {
    Optional<YamlValue> value = keys.structure(key);
    if (value.isPresent() && value.get() instanceof Mapping) {
      problem(value.get().place(), key, "must be a list, not " + value.get().kind());
      return List.of();
    }
    return value.map(v -> v instanceof Sequence list ? list.items() : List.of(v)).orElse(List.of());
  }

  private Optional<ScalarReader> reader(String key) {
    return scalar(key).map(s -> new ScalarReader(s, noting(key, s.place())));
  }
}
