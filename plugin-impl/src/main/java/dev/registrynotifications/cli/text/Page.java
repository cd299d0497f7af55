package dev.registrynotifications.cli.text;

import java.nio.charset.Charset;
import java.util.Map;

/**
 * What lines are written on.
 *
 * @param width how many characters a line may have
 * @param ellipsis what marks a text that was cut
 */
public record Page(int width, String ellipsis) {

  private static final int USUAL_WIDTH = 80;
  private static final int LEAST_WIDTH = 40;
  private static final String DOTS = "...";
  private static final String ONE_CHARACTER = "\u2026";

  /** One without an end, as a file is. */
  public static final Page UNBOUNDED = new Page(Integer.MAX_VALUE, DOTS);

  /**
   * A terminal's page. A shell knows the width; most don't tell.
   *
   * @param environment the process's environment variables
   * @param charset what is written in
   */
  public static Page ofTerminal(Map<String, String> environment, Charset charset) {
    String columns = environment.getOrDefault("COLUMNS", "");
    int width = columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    boolean oneCharacter = charset.canEncode() && charset.newEncoder().canEncode(ONE_CHARACTER);
    return new Page(Math.max(LEAST_WIDTH, width), oneCharacter ? ONE_CHARACTER : DOTS);
  }
}
