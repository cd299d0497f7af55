package dev.registrynotifications.config.yaml;

import org.yaml.snakeyaml.error.Mark;

/**
 * Where something stands in the configuration, for an error message.
 *
 * @param source a file or an environment variable
 * @param line from 1
 * @param column from 1
 */
public record Place(String source, int line, int column) {

  static Place of(String source, Mark mark) {
    return new Place(source, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** What would follow a text. */
  public static Place after(String text, String source) {
    int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
    int lineStart = text.lastIndexOf('\n') + 1;
    return new Place(source, line, text.codePointCount(lineStart, text.length()) + 1);
  }

  @Override
  public String toString() {
    return source + ":" + line + ":" + column;
  }
}
