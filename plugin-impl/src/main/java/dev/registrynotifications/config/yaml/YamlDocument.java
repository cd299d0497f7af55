package dev.registrynotifications.config.yaml;

import dev.registrynotifications.config.yaml.YamlValue.Entry;
import dev.registrynotifications.config.yaml.YamlValue.Mapping;
import dev.registrynotifications.config.yaml.YamlValue.Scalar;
import dev.registrynotifications.config.yaml.YamlValue.ScalarType;
import dev.registrynotifications.config.yaml.YamlValue.Sequence;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML 1.1, as distribution does, into values with places. SnakeYAML ends here. */
public final class YamlDocument {

  private static final String MERGE = "<<";
  private static final int MAX_DEPTH = 500;
  private static final int MAX_ALIASES = 1_000;

  private final String source;
  private final Problems problems;
  private final IdentityHashMap<Node, YamlValue> converted = new IdentityHashMap<>();
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

  private YamlDocument(String source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /** Reads a document; empty if there is nothing in it, or a problem was found. */
  public static Optional<YamlValue> parse(String text, String source, Problems problems) {
    return compose(text, source, problems).map(new YamlDocument(source, problems)::value);
  }

  /** Reads what stands behind one key of a document, and nothing else of it. */
  public static Optional<YamlValue> parse(
      String text, String source, String key, Problems problems) {
    Optional<Node> root = compose(text, source, problems);
    List<Entry> entries = new ArrayList<>();
    if (root.isPresent() && root.get() instanceof MappingNode mapping) {
      YamlDocument document = new YamlDocument(source, problems);
      mapping.getValue().stream()
          .filter(tuple -> key(tuple.getKeyNode()).equals(key))
          .forEach(tuple -> document.add(entries, key, tuple));
    } else if (root.isPresent()) {
      problems.add(Place.of(source, root.get().getStartMark()), "the file must be a mapping");
    }
    return entries.stream().map(Entry::value).findFirst();
  }

  private static Optional<Node> compose(String text, String source, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMaxAliasesForCollections(MAX_ALIASES);
    try {
      return Optional.ofNullable(new Yaml(options).compose(new StringReader(text)));
    } catch (MarkedYAMLException e) {
      problems.add(Place.of(source, e.getProblemMark()), "isn't YAML: " + withoutNames(e));
    } catch (YAMLException e) {
      problems.add(new Place(source, 1, 1), "isn't YAML: " + e.getClass().getSimpleName());
    }
    return Optional.empty();
  }

  /** What the parser quotes by name may be a secret with an odd beginning. */
  private static String withoutNames(MarkedYAMLException failure) {
    String problem = failure.getProblem() == null ? "" : failure.getProblem();
    return problem.replaceFirst("(?s)(alias|anchor|handle|prefix|directive)\\b.*", "$1");
  }

  /** Each node once: aliases share what they stand for, and one may stand inside itself. */
  private YamlValue value(Node node) {
    YamlValue known = converted.get(node);
    if (known != null) {
      return known;
    }
    Place place = Place.of(source, node.getStartMark());
    if (!open.add(node)) {
      problems.add(place, "contains itself, through an alias");
      return new Scalar("", ScalarType.NULL, place);
    }
    YamlValue value = convert(node, place);
    converted.put(node, value);
    return value;
  }

  private YamlValue convert(Node node, Place place) {
    if (node instanceof MappingNode mapping) {
      return new Mapping(entries(mapping), place);
    }
    if (node instanceof SequenceNode sequence) {
      return new Sequence(sequence.getValue().stream().map(this::value).toList(), place);
    }
    return new Scalar(((ScalarNode) node).getValue(), type(node.getTag()), place);
  }

  private static ScalarType type(Tag tag) {
    if (tag.equals(Tag.NULL)) {
      return ScalarType.NULL;
    }
    return tag.equals(Tag.BOOL) ? ScalarType.BOOL : ScalarType.OTHER;
  }

  private List<Entry> entries(MappingNode mapping) {
    List<Entry> own = new ArrayList<>();
    List<Entry> merged = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = key(tuple.getKeyNode());
      if (key.equals(MERGE)) {
        merged.addAll(mergedEntries(value(tuple.getValueNode())));
      } else {
        add(own, key, tuple);
      }
    }
    for (Entry entry : merged) {
      if (own.stream().noneMatch(o -> o.key().equals(entry.key()))) {
        own.add(entry);
      }
    }
    return own;
  }

  private void add(List<Entry> entries, String key, NodeTuple tuple) {
    Place place = Place.of(source, tuple.getKeyNode().getStartMark());
    Optional<Entry> first = entries.stream().filter(e -> e.key().equals(key)).findFirst();
    if (first.isPresent()) {
      problems.add(
          place, Problems.shown(key) + " stands here twice, first at " + first.get().place());
    } else {
      entries.add(new Entry(key, place, value(tuple.getValueNode())));
    }
  }

  private static String key(Node key) {
    return key instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** What {@code <<: *anchor} or a list of them brings in; the first one wins. */
  private static List<Entry> mergedEntries(YamlValue merged) {
    if (merged instanceof Mapping mapping) {
      return mapping.entries();
    }
    if (merged instanceof Sequence sequence) {
      return sequence.items().stream().flatMap(item -> mergedEntries(item).stream()).toList();
    }
    return List.of();
  }
}
