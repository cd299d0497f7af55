package dev.registrynotifications.config.yaml;

import com.google.common.base.CharMatcher;
import dev.registrynotifications.config.yaml.YamlValue.Entry;
import dev.registrynotifications.config.yaml.YamlValue.Mapping;
import dev.registrynotifications.config.yaml.YamlValue.Scalar;
import dev.registrynotifications.config.yaml.YamlValue.ScalarType;
import dev.registrynotifications.config.yaml.YamlValue.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Turns the parser's nodes into values. Each node once: aliases share what they stand for. Who
 * reads the values comes by each as often as it stands there, though, so that the bounds are those
 * of the document with its aliases written out.
 */
final class YamlNodes {

  private static final String MERGE = "<<";

  /** Half of what a file may weigh: what is read of it is kept beside the values. */
  private static final int MAX_WEIGHT = YamlBounds.MAX_WEIGHT / 2;

  /** A sign that makes a pattern of a text becomes a thousand bytes of it. */
  private static final int WEIGHT_OF_A_SIGN = 60;

  private static final CharMatcher SIGNS = CharMatcher.anyOf("*?[{");

  private final String source;
  private final Problems problems;
  private final IdentityHashMap<Node, Converted> converted = new IdentityHashMap<>();
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int weight;
  private boolean stopped;

  YamlNodes(String source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /** The value of a node; after a mistake that nobody should go on from, nothing. */
  YamlValue value(Node node) {
    Place place = place(node);
    Converted known = converted.get(node);
    if (known != null) {
      weight += known.weight();
    } else if (open.contains(node)) {
      stop(place, "contains itself, through an alias");
    } else if (open.size() == YamlBounds.MAX_DEPTH) {
      stop(place, "is nested more than " + YamlBounds.MAX_DEPTH + " deep, through aliases");
    }
    if (weight > MAX_WEIGHT) {
      stop(
          place, "is more than a configuration may hold, each alias counted as what it stands for");
    }
    if (stopped) {
      return nothing(place);
    }
    return known == null ? remembered(node, place) : known.value();
  }

  /** Adds a line of a mapping, unless its key stands there already. */
  void add(Map<String, Entry> entries, NodeTuple line) {
    Place place = place(line.getKeyNode());
    if (!(line.getKeyNode() instanceof ScalarNode key)) {
      note(place, "a key must be a single word, not a list or a mapping");
      return;
    }
    Entry first = entries.get(key.getValue());
    if (first != null) {
      note(place, Problems.shown(first.key()) + " stands here twice, first at " + first.place());
    } else {
      entries.put(key.getValue(), new Entry(key.getValue(), place, value(line.getValueNode())));
    }
  }

  private YamlValue remembered(Node node, Place place) {
    int before = weight;
    open.add(node);
    YamlValue value = convert(node, place);
    open.remove(node);
    converted.put(node, new Converted(value, weight - before));
    return value;
  }

  private YamlValue convert(Node node, Place place) {
    if (node instanceof ScalarNode scalar) {
      weight += YamlBounds.weight(scalar.getValue());
      weight += WEIGHT_OF_A_SIGN * SIGNS.countIn(scalar.getValue());
      return new Scalar(scalar.getValue(), type(node.getTag()), place);
    }
    weight += YamlBounds.weight("");
    return node instanceof MappingNode mapping
        ? new Mapping(entries(mapping), place)
        : new Sequence(items((SequenceNode) node), place);
  }

  private static ScalarType type(Tag tag) {
    if (tag.equals(Tag.NULL)) {
      return ScalarType.NULL;
    }
    return tag.equals(Tag.BOOL) ? ScalarType.BOOL : ScalarType.OTHER;
  }

  private List<YamlValue> items(SequenceNode sequence) {
    List<YamlValue> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(value(item));
    }
    return items;
  }

  private List<Entry> entries(MappingNode mapping) {
    Map<String, Entry> own = new LinkedHashMap<>();
    List<Entry> merged = new ArrayList<>();
    for (NodeTuple line : mapping.getValue()) {
      weight += YamlBounds.weight("");
      if (line.getKeyNode() instanceof ScalarNode key && key.getValue().equals(MERGE)) {
        merge(value(line.getValueNode()), merged);
      } else {
        add(own, line);
      }
    }
    merged.forEach(entry -> own.putIfAbsent(entry.key(), entry));
    return List.copyOf(own.values());
  }

  /** What {@code <<: *anchor} or a list of them brings in; the first one wins. */
  private void merge(YamlValue brought, List<Entry> merged) {
    if (brought instanceof Mapping mapping) {
      merged.addAll(mapping.entries());
    } else if (brought instanceof Sequence list && holdsMappings(list)) {
      list.items().forEach(item -> merge(item, merged));
    } else if (!brought.isNull()) {
      note(brought.place(), "<< must bring in a mapping, or a list of them");
    }
  }

  private static boolean holdsMappings(Sequence list) {
    return list.items().stream().allMatch(Mapping.class::isInstance);
  }

  /** What follows is nothing, so that neither time nor memory goes into it. */
  private void stop(Place place, String why) {
    note(place, why);
    stopped = true;
  }

  /** Behind a stop values are cut short, and what seems wrong with them is not the file's fault. */
  private void note(Place place, String why) {
    if (!stopped) {
      problems.add(place, why);
    }
  }

  private Place place(Node node) {
    return Place.of(source, node.getStartMark());
  }

  private static YamlValue nothing(Place place) {
    return new Scalar("", ScalarType.NULL, place);
  }

  /** A value, and what it weighs with all that is below it. */
  private record Converted(YamlValue value, int weight) {}
}
