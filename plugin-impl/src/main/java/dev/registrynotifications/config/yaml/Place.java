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

  public static Place of(String source, Mark mark) {
    return new Place(source, mark.getLine() + 1, mark.getColumn() + 1);
  }

  @Override
  public String toString() {
    return source + ":" + line + ":" + column;
  }
}
