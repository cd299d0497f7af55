package dev.registrynotifications.config.yaml;

import dev.registrynotifications.config.yaml.YamlValue.Entry;
import dev.registrynotifications.config.yaml.YamlValue.Mapping;
import dev.registrynotifications.config.yaml.YamlValue.Scalar;
import dev.registrynotifications.config.yaml.YamlValue.ScalarType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML 1.1, as distribution does, into values with places. SnakeYAML ends in this room. */
public final class YamlDocument {

  private YamlDocument() {}

  /** Reads a document; empty if there is nothing in it, or a problem was found. */
  public static Optional<YamlValue> parse(String text, String source, Problems problems) {
    return compose(text, source, problems).map(new YamlNodes(source, problems)::value);
  }

  /**
   * Reads what stands behind one key of a document. Of the others there is the name, with nothing
   * behind it: what is wrong there is no business of ours.
   */
  public static Mapping parse(String text, String source, String key, Problems problems) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    Optional<Node> root = compose(text, source, problems);
    if (root.isPresent() && root.get() instanceof MappingNode mapping) {
      YamlNodes nodes = new YamlNodes(source, problems);
      for (NodeTuple line : mapping.getValue()) {
        if (isNamed(key, line)) {
          nodes.add(entries, line);
        } else {
          addName(entries, line, source);
        }
      }
    } else if (root.isPresent()) {
      problems.add(
          Place.of(source, root.get().getStartMark()),
          "the file must be a mapping: a line \"" + key + ":\", and its keys below it, indented");
    }
    return new Mapping(List.copyOf(entries.values()), new Place(source, 1, 1));
  }

  private static boolean isNamed(String key, NodeTuple line) {
    return line.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key);
  }

  private static void addName(Map<String, Entry> entries, NodeTuple line, String source) {
    if (line.getKeyNode() instanceof ScalarNode name) {
      Place place = Place.of(source, name.getStartMark());
      YamlValue nothing = new Scalar("", ScalarType.NULL, place);
      entries.putIfAbsent(name.getValue(), new Entry(name.getValue(), place, nothing));
    }
  }

  private static Optional<Node> compose(String text, String source, Problems problems) {
    OptionalInt odd = oddCharacter(text);
    if (odd.isPresent()) {
      problems.add(
          Place.after(text.substring(0, odd.getAsInt()), source),
          "isn't YAML: the character U+%04X stands here; delete it"
              .formatted(text.codePointAt(odd.getAsInt())));
      return Optional.empty();
    }
    Optional<YamlMistake> mistake;
    try {
      mistake = new YamlBounds(source).mistake(parser(text));
      if (mistake.isEmpty()) {
        Composer composer = new Composer(parser(text), new Resolver(), options());
        return Optional.ofNullable(composer.getSingleNode());
      }
    } catch (MarkedYAMLException e) {
      mistake = Optional.of(YamlMistake.of(source, e));
    } catch (RuntimeException e) {
      // Its scanner indexes and converts as it goes; what it makes of each text nobody knows.
      mistake = Optional.of(YamlMistake.somewhere(source));
    }
    mistake.ifPresent(found -> problems.add(found.place(), found.what()));
    return Optional.empty();
  }

  /** Where the first character is that the parser would refuse without telling its line. */
  private static OptionalInt oddCharacter(String text) {
    return IntStream.range(0, text.length())
        .filter(i -> !Character.isLowSurrogate(text.charAt(i)))
        .filter(i -> !StreamReader.isPrintable(text.codePointAt(i)))
        .findFirst();
  }

  /** Without the library's door, which also loads all that makes objects, and writes. */
  private static Parser parser(String text) {
    return new ParserImpl(new StreamReader(text), options());
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setNestingDepthLimit(YamlBounds.MAX_DEPTH);
    options.setMaxAliasesForCollections(YamlBounds.MAX_ALIASES);
    return options;
  }
}
