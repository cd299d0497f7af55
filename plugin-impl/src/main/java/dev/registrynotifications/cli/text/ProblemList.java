package dev.registrynotifications.cli.text;

import java.util.List;

/** The problems of a text that lists them for people, each by itself, for scripts. */
public final class ProblemList {

  private ProblemList() {}

  /** Without the heading, without their numbers, and without a word of how many more there are. */
  public static List<String> of(String text) {
    List<String> lines = text.lines().map(String::strip).toList();
    boolean headed = lines.size() > 1 && lines.get(0).endsWith(":");
    return lines.stream()
        .skip(headed ? 1 : 0)
        .filter(line -> !line.startsWith("… and "))
        .map(line -> line.replaceFirst("^\\d+\\. ", ""))
        .toList();
  }
}
