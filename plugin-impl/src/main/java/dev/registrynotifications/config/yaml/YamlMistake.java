package dev.registrynotifications.config.yaml;

import java.util.List;
import java.util.Objects;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What keeps a text from being a document, in one line for people. The parser's own words are about
 * its grammar, and quote what may be a secret with an odd beginning; they are told apart by pieces
 * of them.
 */
record YamlMistake(Place place, String what) {

  private static final String UNKNOWN =
      "it can't be understood; check the indentation, the quotes and the brackets";

  /** The first one that fits counts. */
  private static final List<Wording> WORDINGS =
      List.of(
          new Wording("(TAB)", "a tab stands where only blanks may; indent with blanks"),
          new Wording(
              "that cannot start any token", "put quotes around a text that begins with @, ` or %"),
          new Wording(
              "while scanning a quoted scalar", "a quote isn't closed; it was opened at BEGIN"),
          new Wording(
              "while scanning a double-quoted scalar",
              "a backslash means nothing here; write \\\\, or single quotes around the text"),
          new Wording(
              "could not find expected ':'",
              "a colon and a blank are missing behind the key, or quotes around the text, that"
                  + " begins at BEGIN"),
          new Wording(
              "mapping values are not allowed",
              "a colon stands where none may; check the indentation, and put quotes around a text"
                  + " with a colon and a blank in it"),
          new Wording(
              "sequence entries are not allowed",
              "a dash stands where no list may begin; put the list on lines of its own"),
          new Wording(
              "expected ',' or ']'", "a comma or a ] is missing in the list that begins at BEGIN"),
          new Wording(
              "expected ',' or '}'",
              "a comma or a } is missing in the mapping that begins at BEGIN"),
          new Wording(
              "expected <block end>",
              "this doesn't fit the lines above, which begin at BEGIN; check the indentation, and"
                  + " the blanks behind colons and dashes"),
          new Wording("<stream end>", "the text ends here, and a bracket isn't closed"),
          new Wording(
              "expected the node content",
              "a value is missing; put quotes around a text that begins with a sign"),
          new Wording("alias", "no anchor explains the alias; put quotes around a text with a *"),
          new Wording("anchor", "the anchor has no name; put quotes around a text with an &"),
          new Wording("tag", "the tag isn't known; put quotes around a text that begins with !"),
          new Wording("block scalar", "only a line break may follow a | or > before a text"),
          new Wording("directive", "leave out lines that begin with %"),
          new Wording("<document start>", "the document has ended above; leave out what follows"));

  static YamlMistake of(String source, MarkedYAMLException failure) {
    String said = failure.getContext() + " " + failure.getProblem();
    String what =
        WORDINGS.stream()
            .filter(wording -> said.contains(wording.piece()))
            .map(Wording::words)
            .findFirst()
            .orElse(UNKNOWN);
    Mark begin = Objects.requireNonNullElse(failure.getContextMark(), failure.getProblemMark());
    return new YamlMistake(
        Place.of(source, failure.getProblemMark()),
        "isn't YAML: " + what.replace("BEGIN", position(begin)));
  }

  /** For what the parser never meant to say. */
  static YamlMistake somewhere(String source) {
    return new YamlMistake(new Place(source, 1, 1), "isn't YAML: " + UNKNOWN);
  }

  private static String position(Mark mark) {
    return "%d:%d".formatted(mark.getLine() + 1, mark.getColumn() + 1);
  }

  /**
   * One way to fail.
   *
   * @param piece what the parser says
   * @param words what people are told; BEGIN stands for where the matter began
   */
  private record Wording(String piece, String words) {}
}
