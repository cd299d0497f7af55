package dev.registrynotifications.cli.text;

import java.util.List;

/** The problems of a text that lists them for people, each by itself, for scripts. */
public final class ProblemList {

  private ProblemList() {}

  /** Without the heading, and without their numbers. */
  public static List<String> of(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.endsWith(":"))
        .map(line -> line.replaceFirst("^\\d+\\. ", ""))
        .toList();
  }
}
